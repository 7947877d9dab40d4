import { Alert, VisuallyHidden } from '@backstage/ui';
import { Operation } from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { isFinal } from '../../hooks/useOperation';
import { DefinitionProblems } from '../DefinitionProblems';
import { OperationStepList } from './OperationStepList';
import styles from './Operation.module.css';

/** How an operation gets on: its steps, and in the end why it failed. */
export function OperationOutcome(props: { operation: Operation }) {
  const t = useText();
  const { operation } = props;
  return (
    <div className={styles.outcome}>
      <OperationLiveRegion operation={operation} />
      <OperationStepList operation={operation} />
      {operation.state === 'succeeded' && (
        <Alert status="success" icon title={t(`verb.${operation.verb}.done`)} />
      )}
      {operation.state === 'canceled' && (
        <Alert status="info" icon title={t('operations.state.canceled')} />
      )}
      {operation.error && <OperationError operation={operation} />}
    </div>
  );
}

/** Why an operation failed, with the problems of the definition. */
export function OperationError(props: { operation: Operation }) {
  const t = useText();
  const { error } = props.operation;
  if (!error) return null;
  return (
    <Alert
      status="danger"
      icon
      title={t('operations.state.failed')}
      description={
        <>
          <div className={styles.errorMessage}>{error.message}</div>
          {error.problems && error.problems.length > 0 && (
            <DefinitionProblems problems={error.problems} />
          )}
        </>
      }
    />
  );
}

function OperationLiveRegion(props: { operation: Operation }) {
  const t = useText();
  const { operation } = props;
  const last = operation.steps[operation.steps.length - 1];
  const ending = isFinal(operation) ? operation.error?.message : undefined;
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {t('operations.live', {
        verb: t(`verb.${operation.verb}.name`),
        state: t(`operations.state.${operation.state}`),
        step:
          ending ??
          (last ? `${last.name}: ${t(`operations.step.${last.state}`)}` : ''),
      })}
    </VisuallyHidden>
  );
}
