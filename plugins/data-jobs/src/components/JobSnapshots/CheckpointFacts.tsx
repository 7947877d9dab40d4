import { Card, CardBody } from '@backstage/ui';
import {
  Fact,
  Facts,
  RelativeTime,
  Section,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  CheckpointStats,
  Deployment,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useDeploymentQuery } from '../../hooks/useDeploymentQuery';
import { useText } from '../../hooks/useText';
import { formatBytes } from '../../logic/formatBytes';
import { InsightView } from '../Insight';

/** How the checkpoints of the present run do. */
export function CheckpointFacts(props: { deployment: Deployment }) {
  const t = useText();
  const { entityRef, environment } = props.deployment;
  const stats = useDeploymentQuery(
    'getCheckpointStats',
    { entityRef, environment },
    { interval: 10_000 },
  );
  return (
    <Section title={t('insight.checkpoints.title')}>
      <InsightView query={stats}>
        {value => (
          <Card>
            <CardBody>
              <StatsFacts stats={value} />
            </CardBody>
          </Card>
        )}
      </InsightView>
    </Section>
  );
}

function StatsFacts({ stats }: { stats: CheckpointStats }) {
  const t = useText();
  const format = useTimeFormat();
  return (
    <Facts>
      <Fact label={t('insight.checkpoints.completed')}>
        {format.number(stats.completed)}
      </Fact>
      <Fact label={t('insight.checkpoints.failed')}>
        {format.number(stats.failed)}
      </Fact>
      <Fact label={t('insight.checkpoints.inProgress')}>
        {format.number(stats.inProgress)}
      </Fact>
      <Fact label={t('insight.checkpoints.lastCompleted')}>
        {stats.lastCompletedAt ? (
          <RelativeTime iso={stats.lastCompletedAt} />
        ) : (
          t('insight.checkpoints.never')
        )}
      </Fact>
      {stats.lastDurationMs !== undefined && (
        <Fact label={t('insight.checkpoints.lastDuration')}>
          {`${format.number(stats.lastDurationMs)} ms`}
        </Fact>
      )}
      {stats.lastSizeBytes !== undefined && (
        <Fact label={t('insight.checkpoints.lastSize')}>
          {formatBytes(stats.lastSizeBytes, format.number)}
        </Fact>
      )}
      {stats.lastFailure && (
        <Fact label={t('insight.checkpoints.lastFailure')}>
          <RelativeTime iso={stats.lastFailure.at} />
          {stats.lastFailure.message && `: ${stats.lastFailure.message}`}
        </Fact>
      )}
    </Facts>
  );
}
