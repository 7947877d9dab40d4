import {
  Origin,
  ORIGINS,
} from '@datalark/backstage-plugin-data-lineage-common';
import { useText } from '../../hooks/useText';
import { lineStyle } from '../LineageCanvas/originStyle';
import canvas from '../LineageCanvas/LineageCanvas.module.css';
import styles from './LineageView.module.css';

const CHANGES = ['added', 'removed', 'kept'] as const;

/** What the lines mean: a colour and a pattern for each. */
export function Legend(props: { hasDiff: boolean; isTable: boolean }) {
  const t = useText();
  if (props.isTable) return null;
  const rows = props.hasDiff
    ? CHANGES.map(change => ({
        text: t(`change.${change}`),
        hint: undefined,
        style: lineStyle({ origins: [], change }),
      }))
    : ORIGINS.map((origin: Origin) => ({
        text: t(`origin.${origin}`),
        hint: t(`originHint.${origin}`),
        style: lineStyle({ origins: [origin] }),
      }));
  return (
    <ul
      className={`${styles.legend} ${canvas.colors}`}
      aria-label={t('legend.label')}
    >
      {rows.map(({ text, hint, style }) => (
        <li key={style.id} title={hint}>
          <svg width="36" height="8" aria-hidden="true">
            <line
              x1="0"
              x2="36"
              y1="4"
              y2="4"
              stroke={`var(${style.color})`}
              strokeWidth={style.width + 0.5}
              strokeDasharray={style.dash.join(' ') || undefined}
            />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
