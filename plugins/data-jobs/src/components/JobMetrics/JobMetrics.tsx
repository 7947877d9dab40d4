import { useMemo } from 'react';
import { Select, Skeleton, Text } from '@backstage/ui';
import {
  RelativeTime,
  Section,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import { MetricHistory } from '@datalark/backstage-plugin-data-jobs-common';
import { DeploymentTarget } from '../../hooks/useDeploymentQuery';
import {
  METRIC_RANGES,
  MetricRange,
  useMetricHistory,
} from '../../hooks/useMetricHistory';
import { useText } from '../../hooks/useText';
import { useUrlChoice } from '../../hooks/useUrlChoice';
import { formatMetric } from '../../logic/formatMetric';
import { chartsOf } from '../../logic/metricCharts';
import { InsightFailure } from '../Insight';
import { TimeSeriesChart } from '../TimeSeriesChart';
import { MarkList } from './MarkList';
import styles from './JobMetrics.module.css';

/** What was measured of the job over time, over all its runs. */
export function JobMetrics({ target }: { target: DeploymentTarget }) {
  const t = useText();
  const [range, setRange] = useUrlChoice('range', METRIC_RANGES);
  const query = useMetricHistory(target, range);
  return (
    <Section
      title={t('metrics.title')}
      actions={
        <Select
          size="small"
          className={styles.range}
          aria-label={t('metrics.range')}
          options={METRIC_RANGES.map(value => ({
            value,
            label: t(`metrics.ranges.${value}`),
          }))}
          value={range}
          onChange={key => setRange(key as MetricRange)}
        />
      }
    >
      {query.isPending && <Skeleton width="100%" height={200} />}
      {!query.data && query.error && <InsightFailure query={query} />}
      {query.data && <History history={query.data} />}
    </Section>
  );
}

function History({ history }: { history: MetricHistory }) {
  const t = useText();
  const { number } = useTimeFormat();
  const { charts, missing } = useMemo(() => chartsOf(history), [history]);
  const marks = useMemo(
    () => history.marks.map(({ at }) => Date.parse(at)),
    [history],
  );
  if (!charts.length) {
    return (
      <>
        <Text as="p">
          {history.observedAt
            ? t('metrics.nothingInRange', {
                when: <RelativeTime iso={history.observedAt} />,
              })
            : t('metrics.nothing')}
        </Text>
        <MarkList marks={history.marks} />
      </>
    );
  }
  return (
    <>
      <div className={styles.charts}>
        {charts.map(({ id, series }) => (
          <TimeSeriesChart
            key={id}
            title={t(`metrics.chart.${id}`)}
            times={history.times}
            lines={series.map(({ name, values }) => ({
              name: t(`metrics.series.${name}`),
              values,
            }))}
            marks={marks}
            format={value =>
              formatMetric({ value, unit: series[0].unit }, number)
            }
            top={series[0].unit === 'ratio' ? 1 : undefined}
          />
        ))}
      </div>
      <Text
        as="p"
        variant="body-small"
        color="secondary"
        className={styles.note}
      >
        {t('metrics.step', {
          seconds: number(history.stepMs / 1_000),
        })}{' '}
        {history.observedAt &&
          t('metrics.newest', {
            when: <RelativeTime iso={history.observedAt} />,
          })}
      </Text>
      {missing.length > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('metrics.missing', {
            names: missing.map(name => t(`metrics.series.${name}`)).join(', '),
          })}
        </Text>
      )}
      <MarkList marks={history.marks} />
    </>
  );
}
