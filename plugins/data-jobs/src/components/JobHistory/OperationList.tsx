import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
  Skeleton,
  Text,
} from '@backstage/ui';
import {
  Duration,
  LoadFailure,
  RelativeTime,
  Section,
} from '@datalark/backstage-plugin-data-entities-react';
import { Operation } from '@datalark/backstage-plugin-data-jobs-common';
import { POLL_INTERVAL } from '../../hooks/DataJobsQueryProvider';
import {
  DeploymentTarget,
  useDeploymentQuery,
} from '../../hooks/useDeploymentQuery';
import { isFinal } from '../../hooks/useOperation';
import { useText } from '../../hooks/useText';
import { Requester } from '../Requester';
import { OperationOutcome } from '../Operation';
import { CompatibilityText } from '../VerbPreview';
import styles from './JobHistory.module.css';

/** All operations, newest first, each with its steps; live while one runs. */
export function OperationList(props: { target: DeploymentTarget }) {
  const t = useText();
  const operations = useDeploymentQuery('listOperations', props.target, {
    interval: POLL_INTERVAL,
  });
  const body = () => {
    if (operations.isPending) return <Skeleton width="100%" height={80} />;
    if (!operations.data) {
      return (
        <LoadFailure
          title={t('operations.loadFailed')}
          error={operations.error}
          onRetry={operations.refetch}
        />
      );
    }
    if (operations.data.length === 0)
      return <Text>{t('operations.empty')}</Text>;
    return (
      <AccordionGroup allowsMultiple>
        {operations.data.map(operation => (
          <OperationItem key={operation.id} operation={operation} />
        ))}
      </AccordionGroup>
    );
  };
  return <Section title={t('operations.title')}>{body()}</Section>;
}

function OperationItem({ operation }: { operation: Operation }) {
  const t = useText();
  return (
    <Accordion id={operation.id} defaultExpanded={!isFinal(operation)}>
      <AccordionTrigger level={4}>
        <span className={styles.line}>
          <strong>{t(`verb.${operation.verb}.name`)}</strong>
          <span className={styles.state} data-state={operation.state}>
            {t(`operations.state.${operation.state}`)}
          </span>
          <span className={styles.who}>
            {t('operations.requested', {
              by: <Requester by={operation.requestedBy} />,
              when: <RelativeTime iso={operation.createdAt} />,
            })}
            {operation.requestedBy !== 'catalog' &&
              operation.requestedBy !== 'schedule' &&
              ` ${t(`operations.surface.${operation.surface}`)}`}
            {operation.startedAt &&
              operation.endedAt &&
              t('operations.took', {
                duration: (
                  <Duration from={operation.startedAt} to={operation.endedAt} />
                ),
              })}
          </span>
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        <div className={styles.panel}>
          {operation.reason && (
            <Text as="p">
              {t('operations.reason', { reason: operation.reason })}
            </Text>
          )}
          <VersionChange operation={operation} />
          <Decision operation={operation} />
          <OperationOutcome operation={operation} />
        </div>
      </AccordionPanel>
    </Accordion>
  );
}

/** What was said of the state, and what somebody chose in view of it. */
function Decision({ operation }: { operation: Operation }) {
  const t = useText();
  const { compatibility, choice } = operation.decision ?? {};
  return (
    <>
      {compatibility && compatibility.verdict !== 'compatible' && (
        <CompatibilityText compatibility={compatibility} />
      )}
      {choice && (
        <Text as="p">
          {t('operations.choice', { choice: t(`preview.choice.${choice}`) })}
        </Text>
      )}
    </>
  );
}

function VersionChange({ operation }: { operation: Operation }) {
  const t = useText();
  const { versionBefore, versionAfter } = operation;
  if (versionAfter === undefined || versionAfter === versionBefore) return null;
  return (
    <Text as="p">
      {versionBefore === undefined
        ? t('operations.versionFirst', { after: String(versionAfter) })
        : t('operations.versions', {
            before: String(versionBefore),
            after: String(versionAfter),
          })}
    </Text>
  );
}
