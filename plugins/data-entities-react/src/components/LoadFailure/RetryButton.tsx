import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { dataEntitiesReactTranslationRef } from '../../translation';

/** Offers another try. */
export function RetryButton(props: { onPress: () => void }) {
  const { t } = useTranslationRef(dataEntitiesReactTranslationRef);
  return (
    <Button variant="secondary" size="small" onPress={props.onPress}>
      {t('load.retry')}
    </Button>
  );
}
