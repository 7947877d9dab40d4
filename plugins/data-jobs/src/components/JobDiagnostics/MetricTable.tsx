import { useMemo } from 'react';
import { CellText, ColumnConfig, Table, Text } from '@backstage/ui';
import {
  Section,
  TimeFormat,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import { JobMetric } from '@datalark/backstage-plugin-data-jobs-common';
import {
  DeploymentTarget,
  useDeploymentQuery,
} from '../../hooks/useDeploymentQuery';
import { Translate, useText } from '../../hooks/useText';
import { formatMetric } from '../../logic/formatMetric';
import { metricNameKey } from '../../logic/metricName';
import { InsightView } from '../Insight';

type MetricRow = JobMetric & { id: string };

/** The numbers that the engine reports for the present run. */
export function MetricTable(props: { target: DeploymentTarget }) {
  const t = useText();
  const format = useTimeFormat();
  const columns = useMemo(() => metricColumns(t, format), [t, format]);
  const metrics = useDeploymentQuery('getMetrics', props.target, {
    interval: 5000,
  });
  return (
    <Section title={t('insight.metrics.title')}>
      <InsightView query={metrics}>
        {items => (
          <Table
            columnConfig={columns}
            data={items.map((metric, index) => ({
              ...metric,
              id: `${index}:${metric.scope}:${metric.name}`,
            }))}
            pagination={{ type: 'none' }}
            emptyState={<Text>{t('insight.metrics.empty')}</Text>}
          />
        )}
      </InsightView>
    </Section>
  );
}

function metricColumns(
  t: Translate,
  format: TimeFormat,
): ColumnConfig<MetricRow>[] {
  return [
    {
      id: 'name',
      label: t('insight.metrics.name'),
      isRowHeader: true,
      cell: metric => <CellText title={nameOf(metric, t)} />,
    },
    {
      id: 'scope',
      label: t('insight.metrics.scope'),
      cell: metric => <CellText title={metric.scope ?? ''} />,
    },
    {
      id: 'value',
      label: t('insight.metrics.value'),
      cell: metric => <CellText title={valueOf(metric, format)} />,
    },
  ];
}

function nameOf({ name }: JobMetric, t: Translate): string {
  const key = metricNameKey(name);
  return key ? t(`insight.metrics.names.${key}`) : name;
}

// Nobody reads an uptime in milliseconds.
const LONG_MS = 60_000;

function valueOf(metric: JobMetric, format: TimeFormat): string {
  return metric.unit === 'ms' && metric.value >= LONG_MS
    ? format.duration(metric.value)
    : formatMetric(metric, format.number);
}
