import { KeyboardEvent, lazy, Suspense, useId, useMemo, useState } from 'react';
import { Button, Skeleton, Text } from '@backstage/ui';
import {
  useThemeVariant,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import { useText } from '../../hooks/useText';
import { moveIndex, seriesFacts } from '../../logic/seriesFacts';
import { ChartBoundary } from './ChartBoundary';
import { ChartTable } from './ChartTable';
import { LINE_COLORS } from './chartColors';
import styles from './TimeSeriesChart.module.css';

const ChartCanvas = lazy(() => import('./ChartCanvas'));

/** One line of a chart. */
export type ChartLine = { name: string; values: Array<number | null> };

/**
 * Numbers over time: lines with their facts in words, the values under the
 * mouse or the arrow keys, and a table instead. `null` values are gaps.
 */
export function TimeSeriesChart(props: {
  title: string;
  /** Milliseconds since 1970. */
  times: number[];
  /** One or two. */
  lines: ChartLine[];
  /** Milliseconds since 1970 of vertical lines. */
  marks: number[];
  format(value: number): string;
  /** Fixed top of the axis, e.g. 1 for ratios. */
  top?: number;
}) {
  const t = useText();
  const { absolute } = useTimeFormat();
  const theme = useThemeVariant();
  const [isTable, setIsTable] = useState(false);
  const [index, setIndex] = useState<number>();
  const ids = { title: useId(), summary: useId() };
  const { title, times, lines, format } = props;
  const values = useMemo(() => lines.map(line => line.values), [lines]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveIndex(event.key, index, times.length);
    if (next === index) return;
    event.preventDefault();
    setIndex(next);
  };
  const at = index === undefined ? undefined : times[index];
  const table = (
    <ChartTable title={title} times={times} lines={lines} format={format} />
  );
  return (
    <figure className={styles.chart} aria-labelledby={ids.title}>
      <div className={styles.head}>
        <Text as="h4" variant="body-medium" weight="bold" id={ids.title}>
          {title}
        </Text>
        <Button
          size="small"
          variant="tertiary"
          aria-label={
            isTable
              ? t('chart.showChartOf', { title })
              : t('chart.showTableOf', { title })
          }
          onPress={() => setIsTable(!isTable)}
        >
          {isTable ? t('chart.showChart') : t('chart.showTable')}
        </Button>
      </div>
      <ul className={styles.summary} id={ids.summary}>
        {lines.map((line, number) => (
          <li key={line.name}>
            <span
              className={styles.key}
              style={{ borderTopColor: LINE_COLORS[theme][number % 2] }}
              data-dashed={number % 2 ? true : undefined}
              aria-hidden="true"
            />
            <LineSummary line={line} format={format} />
          </li>
        ))}
      </ul>
      {isTable ? (
        table
      ) : (
        <ChartBoundary fallback={table}>
          {/* The arrow keys read one value after the other. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <div
            className={styles.canvas}
            role="group"
            aria-roledescription={t('chart.role')}
            aria-labelledby={ids.title}
            aria-describedby={ids.summary}
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            onKeyDown={onKeyDown}
          >
            <Suspense fallback={<Skeleton width="100%" height={180} />}>
              <ChartCanvas
                times={times}
                lines={values}
                marks={props.marks}
                theme={theme}
                format={format}
                top={props.top}
                index={index}
                onIndex={setIndex}
              />
            </Suspense>
          </div>
          <div className={styles.readout} role="status">
            {at !== undefined &&
              index !== undefined &&
              `${absolute(new Date(at).toISOString())} · ${lines
                .map(line => {
                  const value = line.values[index] ?? null;
                  const text =
                    value === null ? t('chart.noValue') : format(value);
                  return `${line.name} ${text}`;
                })
                .join(' · ')}`}
          </div>
        </ChartBoundary>
      )}
    </figure>
  );
}

function LineSummary(props: {
  line: ChartLine;
  format(value: number): string;
}) {
  const t = useText();
  const { line, format } = props;
  const facts = seriesFacts(line.values);
  if (!facts) return <>{t('chart.nothing', { name: line.name })}</>;
  return (
    <>
      {t('chart.summary', {
        name: line.name,
        last: format(facts.last),
        least: format(facts.least),
        most: format(facts.most),
        average: format(facts.average),
      })}
      {facts.gaps > 0 && ` ${t('chart.gaps', { count: facts.gaps })}`}
    </>
  );
}
