import { Skeleton, Text } from '@backstage/ui';
import { useJobComparison } from '../../hooks/useResolvedJob';
import { useText } from '../../hooks/useText';
import { LoadFailure } from '../LoadFailure';
import { ComparisonView } from './ComparisonView';

/** The environment as it is now against what it would be. */
export function PromotionDiff(props: {
  entityRef: string;
  environment: string;
  version: number;
}) {
  const t = useText();
  const { entityRef, environment, version } = props;
  const comparison = useJobComparison(
    { entityRef, from: environment, to: environment, toVersion: version },
    { enabled: true },
  );
  const body = () => {
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
