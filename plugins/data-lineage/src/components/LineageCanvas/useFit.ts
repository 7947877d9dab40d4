import { useCallback, useEffect, useRef } from 'react';
import { useReactFlow, useStore } from '@xyflow/react';
import { PlacedScene } from '../../graph/PlacedScene';

// At this zoom and below names cannot be read: a few nodes are shown no smaller.
const READABLE_ZOOM = 0.55;
const FEW = 40;

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
    if (placed.scene.nodes.length === 0) return;
    const isAnother = fitted.current !== fitKey;
    if (!isAnother && (!isKept || isTouched.current)) return;
    fitted.current = fitKey;
    isTouched.current = false;
    fitBounds(placed.extent, { padding: 0.06 }).then(() => {
      const root = placed.scene.nodes.find(
        node => node.kind === 'node' && node.isRoot,
      );
      const box = root && placed.box(root.id);
      const zoom = getZoom();
      if (zoom > 1) {
        const extent = placed.extent;
        setCenter(extent.x + extent.width / 2, extent.y + extent.height / 2, {
          zoom: 1,
        });
      } else if (
        box &&
        zoom < READABLE_ZOOM &&
        placed.scene.nodes.length <= FEW
      ) {
        setCenter(box.x + box.width / 2, box.y + box.height / 2, {
          zoom: READABLE_ZOOM,
        });
      }
    });
  }, [placed, fitKey, isKept, width, height, fitBounds, setCenter, getZoom]);
  return useCallback(() => {
    isTouched.current = true;
  }, []);
}
