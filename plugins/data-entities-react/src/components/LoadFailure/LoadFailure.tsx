import { Alert } from '@backstage/ui';
import { errorText } from './errorText';
import { RetryButton } from './RetryButton';

/**
 * Says that something could not be loaded, why, and offers another try.
 *
 * @public
 */
export function LoadFailure(props: {
  title: string;
  error: unknown;
  onRetry?: () => void;
}) {
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={props.title}
      description={errorText(props.error)}
      customActions={props.onRetry && <RetryButton onPress={props.onRetry} />}
    />
  );
}
