import { Text } from '@backstage/ui';
import { Operation, Verb } from '@datalark/backstage-plugin-data-jobs-common';
import { isFinal } from '../../hooks/useOperation';
import { useText } from '../../hooks/useText';

const NEXT: Record<
  Verb,
  'running' | 'suspended' | 'stopped' | 'removed' | 'savepoint'
> = {
  deploy: 'running',
  resume: 'running',
  restart: 'running',
  restore: 'running',
  rollback: 'running',
  suspend: 'suspended',
  stop: 'stopped',
  savepoint: 'savepoint',
  delete: 'removed',
};

/** What to do after an operation; while it runs, that it needs nobody. */
export function NextStep({ operation }: { operation: Operation }) {
  const t = useText();
  const text = () => {
    if (!isFinal(operation)) return t('preview.next.watch');
    return operation.state === 'succeeded'
      ? t(`preview.next.${NEXT[operation.verb]}`)
      : t('preview.next.failed');
  };
  return (
    <Text as="p" variant="body-small" color="secondary">
      {text()}
    </Text>
  );
}
