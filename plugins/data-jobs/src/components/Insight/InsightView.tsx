import { ReactNode } from 'react';
import { Skeleton, Text } from '@backstage/ui';
import { RelativeTime } from '@datalark/backstage-plugin-data-entities-react';
import { Insight } from '@datalark/backstage-plugin-data-jobs-common';
import { UseQueryResult } from '@tanstack/react-query';
import { useText } from '../../hooks/useText';
import { InsightFailure } from './InsightFailure';
import styles from './InsightView.module.css';

/** An answer of the engine with its age, or why there is none. */
export function InsightView<T>(props: {
  query: UseQueryResult<Insight<T>>;
  children: (value: T) => ReactNode;
}) {
  const t = useText();
  const { query } = props;
  if (query.isPending) return <Skeleton width="100%" height={60} />;
  if (!query.data) return <InsightFailure query={query} />;
  if (query.data.status === 'unavailable') {
    return (
      <Text as="p" color="secondary">
        {t('insight.unavailable', { reason: query.data.reason })}
      </Text>
    );
  }
  return (
    <>
      {props.children(query.data.value)}
      <Text
        as="p"
        variant="body-x-small"
        color="secondary"
        className={styles.age}
      >
        {t('insight.observedAt', {
          when: <RelativeTime iso={query.data.observedAt} />,
        })}
      </Text>
    </>
  );
}
