import { Alert, Button } from '@backstage/ui';
import { UseQueryResult } from '@tanstack/react-query';
import { useText } from '../../hooks/useText';
import { RelativeTime } from '../Time';
import { errorText } from './LoadFailure';

/** Says that what is shown could not be refreshed, and since when; nothing while it could. */
export function StaleNotice(props: {
  query: Pick<UseQueryResult, 'error' | 'data' | 'dataUpdatedAt' | 'refetch'>;
}) {
  const t = useText();
  const { error, data, dataUpdatedAt, refetch } = props.query;
  if (!error || data === undefined) return null;
  return (
    <Alert
      role="status"
      status="warning"
      icon
      mb="3"
      title={t('load.stale', {
        when: <RelativeTime iso={new Date(dataUpdatedAt).toISOString()} />,
      })}
      description={errorText(error)}
      customActions={
        <Button variant="secondary" size="small" onPress={() => refetch()}>
          {t('load.retry')}
        </Button>
      }
    />
  );
}
