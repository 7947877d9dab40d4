import { Skeleton, Text } from '@backstage/ui';
import { LoadFailure } from '@datalark/backstage-plugin-data-entities-react';
import { useJobComparison } from '../../hooks/useResolvedJob';
import { useText } from '../../hooks/useText';
import { ComparisonView } from './ComparisonView';

/** The environment as it is now against what it would be. */
export function PromotionDiff(props: {
  entityRef: string;
  environment: string;
  version: number;
  /** Nothing was deployed there so far. */
  isFirst: boolean;
}) {
  const t = useText();
  const { entityRef, environment, version, isFirst } = props;
  const comparison = useJobComparison(
    { entityRef, from: environment, to: environment, toVersion: version },
    { enabled: !isFirst },
  );
  const body = () => {
    if (isFirst) {
      return <Text as="p">{t('environments.promoteFirst')}</Text>;
    }
    if (comparison.data) {
      return (
        <ComparisonView
          comparison={comparison.data}
          same={t('environments.promoteSame', { environment })}
        />
      );
    }
    if (comparison.isPending) return <Skeleton width="100%" height={80} />;
    return (
      <LoadFailure
        title={t('environments.loadFailed')}
        error={comparison.error}
        onRetry={comparison.refetch}
      />
    );
  };
  return (
    <section aria-label={t('environments.promoteWhat', { environment })}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('environments.promoteWhat', { environment })}
      </Text>
      {body()}
    </section>
  );
}
