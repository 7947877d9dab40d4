import { useText } from '../../hooks/useText';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { tableIndices } from '../../logic/seriesFacts';
import type { ChartLine } from './TimeSeriesChart';
import styles from './TimeSeriesChart.module.css';

const MOST_ROWS = 60;

/** The values of a chart as a table, newest first. */
export function ChartTable(props: {
  title: string;
  times: number[];
  lines: ChartLine[];
  format(value: number): string;
}) {
  const t = useText();
  const { absolute } = useTimeFormat();
  const { title, times, lines, format } = props;
  return (
    <div
      className={styles.scroll}
      role="group"
      aria-label={title}
      // Scrolls, so the keyboard has to reach it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('chart.time')}</th>
            {lines.map(line => (
              <th key={line.name} scope="col">
                {line.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tableIndices(times.length, MOST_ROWS).map(index => (
            <tr key={times[index]}>
              <th scope="row">
                {absolute(new Date(times[index]).toISOString())}
              </th>
              {lines.map(line => {
                const value = line.values[index] ?? null;
                return (
                  <td key={line.name}>
                    {value === null ? t('chart.noValue') : format(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
