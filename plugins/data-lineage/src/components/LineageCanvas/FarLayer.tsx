import { useEffect, useMemo, useRef } from 'react';
import { useStoreApi } from '@xyflow/react';
import { PlacedScene } from '../../graph/PlacedScene';
import { SceneNode } from '../../graph/Scene';
import { canvasPalette } from './canvasPalette';
import { linesOf, paintScene, Palette } from './paintScene';
import styles from './LineageCanvas.module.css';

/** The picture from far away, on one canvas: drawn whenever it is moved, without React. */
export function FarLayer(props: {
  placed: PlacedScene;
  selected?: string;
  lit?: ReadonlySet<string>;
  title(node: SceneNode): string;
}) {
  const { placed, selected, lit, title } = props;
  const ref = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const lines = useMemo(() => linesOf(placed), [placed]);

  useEffect(() => {
    const canvas = ref.current!;
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    let palette: Palette = canvasPalette(canvas);
    let frame = 0;
    const paint = () => {
      frame = 0;
      const { transform, width, height } = store.getState();
      const ratio = window.devicePixelRatio || 1;
      if (canvas.width !== Math.round(width * ratio)) {
        canvas.width = Math.round(width * ratio);
      }
      if (canvas.height !== Math.round(height * ratio)) {
        canvas.height = Math.round(height * ratio);
      }
      const [x, y, zoom] = transform;
      const viewport = { x, y, zoom };
      paintScene(context, {
        ...{ placed, lines, palette, viewport, width, height, ratio },
        ...{ selected, lit, title },
      });
      canvas.dataset.painted = 'true';
    };
    const schedule = () => {
      if (!frame) frame = requestAnimationFrame(paint);
    };
    paint();
    const forget = store.subscribe((state, before) => {
      if (
        state.transform !== before.transform ||
        state.width !== before.width ||
        state.height !== before.height
      ) {
        schedule();
      }
    });
    // Light and dark: the theme is an attribute of the page.
    const theme = new MutationObserver(() => {
      palette = canvasPalette(canvas);
      schedule();
    });
    for (const element of [document.documentElement, document.body]) {
      theme.observe(element, { attributes: true });
    }
    return () => {
      forget();
      theme.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [placed, lines, selected, lit, title, store]);

  return <canvas ref={ref} className={styles.far} aria-hidden="true" />;
}
