import { useEffect, useMemo, useRef } from 'react';
import { useStoreApi } from '@xyflow/react';
import { PlacedScene } from '../../graph/PlacedScene';
import { SceneNode } from '../../graph/Scene';
import { FarPainter } from './FarPainter';
import { linesOf } from './paintScene';
import styles from './LineageCanvas.module.css';

/** The picture from far away, on one canvas: moved with the viewport, without React. */
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
    const painter = FarPainter.on(ref.current!, {
      ...{ placed, lines, selected, lit, title },
    });
    if (!painter) return undefined;
    const follow = () => {
      const { transform, width, height } = store.getState();
      painter.show({
        ...{ x: transform[0], y: transform[1], zoom: transform[2] },
        ...{ width, height },
      });
    };
    follow();
    const forget = store.subscribe(follow);
    // Light and dark: the theme is an attribute of the page.
    const theme = new MutationObserver(() => painter.forgetColors());
    for (const element of [document.documentElement, document.body]) {
      theme.observe(element, { attributes: true });
    }
    return () => {
      forget();
      theme.disconnect();
      painter.stop();
    };
  }, [placed, lines, selected, lit, title, store]);

  return <canvas ref={ref} className={styles.far} aria-hidden="true" />;
}
