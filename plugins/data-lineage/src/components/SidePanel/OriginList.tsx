import { Origin } from '@datalark/backstage-plugin-data-lineage-common';
import { useText } from '../../hooks/useText';
import { lineStyle } from '../LineageCanvas/originStyle';
import canvas from '../LineageCanvas/LineageCanvas.module.css';
import styles from './SidePanel.module.css';

/** How something became known: each origin with its pattern and its word. */
export function OriginList({ origins }: { origins: readonly Origin[] }) {
  const t = useText();
  return (
    <span className={`${styles.origins} ${canvas.colors}`}>
      {origins.map(origin => {
        const { color, dash, width } = lineStyle({ origins: [origin] });
        return (
          <span
            key={origin}
            className={styles.origin}
            title={t(`originHint.${origin}`)}
          >
            <svg width="22" height="8" aria-hidden="true">
              <line
                x1="0"
                x2="22"
                y1="4"
                y2="4"
                stroke={`var(${color})`}
                strokeWidth={width}
                strokeDasharray={dash.join(' ') || undefined}
              />
            </svg>
            {t(`origin.${origin}`)}
          </span>
        );
      })}
    </span>
  );
}
