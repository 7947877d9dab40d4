import { ReactElement } from 'react';
import { Alert, Button } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import { errorText } from './LoadFailure';

/** Says that what is shown could not be refreshed. */
export function StaleNotice(props: {
  title: string | ReactElement;
  error: unknown;
  onRetry: () => void;
}) {
  const t = useText();
  return (
    <Alert
      role="status"
      status="warning"
      icon
      mb="3"
      title={props.title}
      description={errorText(props.error)}
      customActions={
        <Button variant="secondary" size="small" onPress={props.onRetry}>
          {t('list.retry')}
        </Button>
      }
    />
  );
}
