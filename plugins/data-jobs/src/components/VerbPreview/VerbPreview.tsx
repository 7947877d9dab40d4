import { Alert, Skeleton, Text } from '@backstage/ui';
import {
  Fact,
  Facts,
  LoadFailure,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import { OperationPreview } from '@datalark/backstage-plugin-data-jobs-common';
import { UseQueryResult } from '@tanstack/react-query';
import { useText } from '../../hooks/useText';
import { DefinitionProblems } from '../DefinitionProblems';
import { SnapshotPhrase } from '../VerbDialog/ConsequenceText';
import { CompatibilityText } from './CompatibilityText';
import styles from './VerbPreview.module.css';

/** What a verb would do: steps, the state it starts from, what is lost, how long. */
export function VerbPreview(props: {
  query: UseQueryResult<OperationPreview>;
}) {
  const t = useText();
  const { data, error, isPlaceholderData } = props.query;
  if (error && !data) {
    return (
      <LoadFailure
        title={t('preview.failed')}
        error={error}
        onRetry={props.query.refetch}
      />
    );
  }
  if (!data) {
    return (
      <div role="status" aria-label={t('preview.loading')}>
        <Skeleton width="100%" height={140} />
      </div>
    );
  }
  return (
    <section
      className={styles.preview}
      aria-label={t('preview.label')}
      aria-busy={isPlaceholderData}
    >
      <Text as="h3" variant="body-medium" weight="bold">
        {t('preview.label')}
      </Text>
      <PreviewedSteps preview={data} />
      {data.refusal && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('preview.refused')}
          description={
            <>
              {data.refusal.message}
              {data.refusal.problems && (
                <DefinitionProblems problems={data.refusal.problems} />
              )}
            </>
          }
        />
      )}
      <Facts>
        <Fact label={t('preview.from')} isWide>
          <RestoreFrom preview={data} />
        </Fact>
        {!data.choiceNeeded && (
          <Fact label={t('preview.loss')} isWide>
            {data.loss.message}
          </Fact>
        )}
        <Fact label={t('preview.took')} isWide>
          <LastTook preview={data} />
        </Fact>
      </Facts>
      {data.warnings.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('preview.warnings')}
          description={
            <ul className={styles.list}>
              {data.warnings.map(warning => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          }
        />
      )}
      {/* Other verdicts stand where they ask for a choice. */}
      {data.compatibility?.verdict === 'compatible' && (
        <CompatibilityText compatibility={data.compatibility} />
      )}
      <Text as="p" variant="body-small" color="secondary">
        {t('preview.unchanged')}
      </Text>
    </section>
  );
}

function PreviewedSteps({ preview }: { preview: OperationPreview }) {
  const t = useText();
  return (
    <ol className={styles.steps} aria-label={t('preview.steps')}>
      {preview.steps.map(step => (
        <li key={step.name} data-skipped={step.skipped || undefined}>
          <span>{step.name}</span>
          {step.message && (
            <span className={styles.message}>{step.message}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

function RestoreFrom({ preview }: { preview: OperationPreview }) {
  const t = useText();
  const { restoreFrom } = preview;
  if (restoreFrom.kind === 'nothing') return <>{t('preview.fromNothing')}</>;
  if (restoreFrom.kind === 'new-savepoint') {
    return <>{t('preview.fromNewSavepoint')}</>;
  }
  const { snapshot } = restoreFrom;
  return (
    <>
      {t('preview.fromSnapshot', {
        snapshot: <SnapshotPhrase snapshot={snapshot} />,
      })}
      <span className={styles.message}>
        {t('preview.location', { location: snapshot.location })}
      </span>
    </>
  );
}

function LastTook({ preview }: { preview: OperationPreview }) {
  const t = useText();
  const format = useTimeFormat();
  const { lastTook } = preview;
  if (!lastTook) return <>{t('preview.tookNever')}</>;
  return (
    <>
      {t('preview.tookAbout', {
        count: lastTook.operations,
        time: format.duration(Math.max(1000, lastTook.medianMs)),
      })}
    </>
  );
}
