import {
  PlainTable,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import { useText } from '../../hooks/useText';
import { tableIndices } from '../../logic/seriesFacts';
import type { ChartLine } from './TimeSeriesChart';

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
    <PlainTable
      label={title}
      columns={[t('chart.time'), ...lines.map(({ name }) => name)]}
      maxHeight={260}
    >
      {tableIndices(times.length, MOST_ROWS).map(index => (
        <tr key={times[index]}>
          <th scope="row">{absolute(new Date(times[index]).toISOString())}</th>
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
    </PlainTable>
  );
}
