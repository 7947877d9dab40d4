import { useMemo } from 'react';
import { ReactFlowState, useStore } from '@xyflow/react';
import { Box, PlacedScene } from '../../graph/PlacedScene';
import { SceneNode } from '../../graph/Scene';

// More elements than this make the page slow.
const MAX_NEAR = 1_500;
// So small that nothing in a node can be read; few nodes are left as they are.
const FAR_ZOOM = 0.36;
const FEW = 150;

/** What of a scene is in sight, with some room around, and whether it is seen from far away. */
export type CanvasWindow = { isFar: boolean; nodes: SceneNode[] };

/** Follows the viewport; changes only when it leaves the room around what was in sight. */
export function useCanvasWindow(placed: PlacedScene): CanvasWindow {
  const key = useStore(windowKey);
  const isSmall = useStore(state => state.transform[2] < FAR_ZOOM);
  return useMemo(() => {
    const all = placed.scene.nodes;
    if (all.length <= FEW) return { isFar: false, nodes: all };
    const area = parseWindow(key);
    if (!area) return { isFar: all.length > MAX_NEAR, nodes: [] };
    if (isSmall) return { isFar: true, nodes: [] };
    const nodes = placed.within(area);
    return nodes.length > MAX_NEAR
      ? { isFar: true, nodes: [] }
      : { isFar: false, nodes };
  }, [placed, key, isSmall]);
}

function windowKey({ transform, width, height }: ReactFlowState): string {
  if (!width || !height) return '';
  return Object.values(windowOf({ transform, width, height })).join(' ');
}

/** The sight, snapped to steps of a quarter of it, so that it seldom changes. */
export function windowOf(state: {
  transform: [number, number, number];
  width: number;
  height: number;
}): Box {
  const [x, y, zoom] = state.transform;
  const coarse = 2 ** (Math.floor(Math.log2(zoom) * 2) / 2);
  const width = state.width / coarse;
  const height = state.height / coarse;
  const snap = (value: number, step: number) => Math.floor(value / step) * step;
  return {
    x: snap(-x / zoom, width / 4) - width / 4,
    y: snap(-y / zoom, height / 4) - height / 4,
    width: width * 1.75,
    height: height * 1.75,
  };
}

function parseWindow(key: string): Box | undefined {
  if (!key) return undefined;
  const [x, y, width, height] = key.split(' ').map(Number);
  return { x, y, width, height };
}
