import { Alert } from '@backstage/ui';
import {
  errorStatus,
  LoadFailure,
} from '@datalark/backstage-plugin-data-entities-react';
import { UseQueryResult } from '@tanstack/react-query';
import { useText } from '../../hooks/useText';

/** Why there is no answer: the viewer may not ask, or something went wrong. */
export function InsightFailure(props: {
  query: Pick<UseQueryResult, 'error' | 'refetch'>;
}) {
  const t = useText();
  const { error, refetch } = props.query;
  return errorStatus(error) === 403 ? (
    <Alert status="info" icon title={t('insight.notAllowed')} />
  ) : (
    <LoadFailure
      title={t('insight.loadFailed')}
      error={error}
      onRetry={refetch}
    />
  );
}
