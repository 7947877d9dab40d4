import { useMemo } from 'react';
import { Card, CardBody, Link } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Duration,
  EntityLink,
  Fact,
  Facts,
  RelativeTime,
  Section,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  Deployment,
  JobDetail,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../../api/dataJobsApiRef';
import { queryKeys } from '../../hooks/queryKeys';
import { useJobSurroundings } from '../../hooks/useJobSurroundings';
import { useText } from '../../hooks/useText';
import {
  checkpointInterval,
  Loss,
  lossOf,
  recordsSince,
} from '../../logic/lossOf';
import { LastChangeText } from '../LastChangeText';
import { RestorePointText } from './RestorePointText';

/** What an owner asks first: what would be lost, who depends on it, who is responsible, what to do. */
export function OwnerSummary(props: {
  job: JobDetail;
  deployment: Deployment;
}) {
  const t = useText();
  const { job, deployment } = props;
  const surroundings = useJobSurroundings(job.entityRef);
  const loss = lossOf(job, deployment);
  return (
    <Section title={t('owner.title')}>
      <Card>
        <CardBody>
          <Facts>
            <Fact label={t('owner.loss')} isWide>
              <LossText loss={loss} deployment={deployment} />
            </Fact>
            <Fact label={t('job.axis.restorePoint')} isWide>
              <RestorePointText
                snapshot={job.restorePoints[deployment.environment]}
                keepsState={
                  job.processing === 'streaming' &&
                  job.spec.upgradeMode !== 'stateless'
                }
              />
              {deployment.observation.state === 'running' && (
                <NextRestorePoint
                  interval={checkpointInterval(job, deployment.environment)}
                  isNeeded={loss.kind !== 'stateless'}
                />
              )}
            </Fact>
            <Fact label={t('owner.dependents')} isWide>
              <Refs
                refs={surroundings?.dependents}
                none={
                  surroundings?.datasets.length
                    ? t('owner.noDependents')
                    : t('owner.noDatasets')
                }
              />
            </Fact>
            <Fact label={t('owner.owner')}>
              <EntityLink entityRef={job.owner} kind="Group" />
            </Fact>
            <Fact label={t('job.axis.lastChange')}>
              <LastChangeText change={deployment.lastChange} />
            </Fact>
            <Fact label={t('owner.runbook')}>
              {surroundings?.runbook ? (
                <Link href={surroundings.runbook.url} standalone>
                  {surroundings.runbook.title}
                </Link>
              ) : (
                t('owner.noRunbook')
              )}
            </Fact>
          </Facts>
        </CardBody>
      </Card>
    </Section>
  );
}

function LossText(props: { loss: Loss; deployment: Deployment }) {
  const t = useText();
  const { number } = useTimeFormat();
  const { loss, deployment } = props;
  const since =
    loss.kind === 'since-snapshot' ? loss.snapshot.createdAt : undefined;
  const records = useRecordsSince(deployment, since);
  switch (loss.kind) {
    case 'nothing-runs':
      return <>{t('owner.lossNothingRuns')}</>;
    case 'stateless':
      return <>{t('owner.lossStateless')}</>;
    case 'everything':
      return (
        <>
          {t('owner.lossEverything', {
            when: <RelativeTime iso={loss.since} />,
          })}
        </>
      );
    default:
      return (
        <>
          {t('owner.lossSince', {
            duration: <Duration from={loss.snapshot.createdAt} />,
          })}{' '}
          {records !== undefined &&
            t('owner.lossRecords', { records: number(records) })}
        </>
      );
  }
}

/** Records read since a time of the present run, where they are measured. */
function useRecordsSince(
  deployment: Deployment,
  since: string | undefined,
): number | undefined {
  const api = useApi(dataJobsApiRef);
  const { entityRef, environment } = deployment;
  const key = queryKeys.ofDeployment(entityRef, environment, 'recordsSince');
  const query = useQuery({
    queryKey: [...key, since],
    queryFn: ({ signal }) =>
      api.getMetricHistory({ entityRef, environment, from: since }, { signal }),
    enabled: since !== undefined,
    refetchInterval: 30_000,
    retry: false,
  });
  return useMemo(() => recordsSince(query.data), [query.data]);
}

function NextRestorePoint(props: { interval?: string; isNeeded: boolean }) {
  const t = useText();
  if (!props.isNeeded) return null;
  return (
    <div>
      {props.interval
        ? t('owner.nextEvery', { interval: props.interval })
        : t('owner.nextUnknown')}
    </div>
  );
}

const SHOWN = 6;

function Refs(props: { refs: string[] | undefined; none: string }) {
  const t = useText();
  const { refs } = props;
  if (!refs) return <>{t('job.notKnown')}</>;
  if (!refs.length) return <>{props.none}</>;
  return (
    <>
      {refs.slice(0, SHOWN).map((ref, index) => (
        <span key={ref}>
          {index > 0 && ', '}
          <EntityLink entityRef={ref} />
        </span>
      ))}
      {refs.length > SHOWN &&
        ` ${t('owner.more', { count: refs.length - SHOWN })}`}
    </>
  );
}
