import { ReactElement, ReactNode } from 'react';
import { Alert } from '@backstage/ui';
import { RelativeTime } from '../Time';
import { errorText } from './errorText';
import { RetryButton } from './RetryButton';

/**
 * Says that what is shown could not be refreshed, and since when; nothing while
 * it could, or while nothing is shown.
 *
 * @public
 */
export function StaleNotice(props: {
  /** A query of TanStack Query; `dataUpdatedAt` in milliseconds. */
  query: {
    error: unknown;
    data: unknown;
    dataUpdatedAt: number;
    refetch: () => unknown;
  };
  /** The sentence around the time of the last success. */
  title: (when: ReactElement) => ReactNode;
}) {
  const { error, data, dataUpdatedAt, refetch } = props.query;
  if (!error || data === undefined) return null;
  return (
    <Alert
      role="status"
      status="warning"
      icon
      mb="3"
      title={props.title(
        <RelativeTime iso={new Date(dataUpdatedAt).toISOString()} />,
      )}
      description={errorText(error)}
      customActions={<RetryButton onPress={() => refetch()} />}
    />
  );
}
