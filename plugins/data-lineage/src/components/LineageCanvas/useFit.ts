import { useCallback, useEffect, useRef } from 'react';
import { useReactFlow, useStore } from '@xyflow/react';
import { Box, PlacedScene } from '../../graph/PlacedScene';

// At this zoom and below names cannot be read: a few nodes are shown no smaller.
const READABLE_ZOOM = 0.55;
const FEW = 40;
const MARGIN = 24;

const middleX = ({ x, width }: Box) => x + width / 2;
const middleY = ({ y, height }: Box) => y + height / 2;

/**
 * Brings the whole scene into sight whenever it is another one and, with
 * `isKept`, keeps it there while it grows or its frame shrinks, until the viewer
 * goes his own way; the callback says that he did.
 */
export function useFit(
  placed: PlacedScene,
  fitKey: string,
  isKept: boolean,
): () => void {
  const { fitBounds, setCenter, getZoom } = useReactFlow();
  const width = useStore(state => state.width);
  const height = useStore(state => state.height);
  const fitted = useRef<string>();
  const isTouched = useRef(false);
  useEffect(() => {
    // Before the frame has a size nothing can be fitted into it.
    if (placed.scene.nodes.length === 0 || !width || !height) return undefined;
    const isAnother = fitted.current !== fitKey;
    if (!isAnother && (!isKept || isTouched.current)) return undefined;
    fitted.current = fitKey;
    isTouched.current = false;
    let isOutdated = false;
    fitBounds(placed.extent, { padding: 0.06 }).then(() => {
      const { extent } = placed;
      const root = placed.scene.nodes.find(
        node => node.kind === 'node' && node.isRoot,
      );
      const box = root && placed.box(root.id);
      const fits = getZoom();
      const isUnreadable =
        fits < READABLE_ZOOM && placed.scene.nodes.length <= FEW;
      if (isOutdated) return;
      if (fits <= 1 && !(isUnreadable && box)) return;
      const zoom = isUnreadable ? READABLE_ZOOM : 1;
      setCenter(
        centreOf(extent.x, extent.width, width / zoom, box && middleX(box)),
        centreOf(extent.y, extent.height, height / zoom, box && middleY(box)),
        { zoom },
      );
    });
    return () => {
      isOutdated = true;
    };
  }, [placed, fitKey, isKept, width, height, fitBounds, setCenter, getZoom]);
  return useCallback(() => {
    isTouched.current = true;
  }, []);
}

/** Where to look so that a place is in sight, and nothing beyond the scene. */
function centreOf(
  start: number,
  length: number,
  inSight: number,
  place: number = start,
): number {
  if (length <= inSight) return start + length / 2;
  const half = inSight / 2 - MARGIN;
  return Math.min(Math.max(place, start + half), start + length - half);
}
