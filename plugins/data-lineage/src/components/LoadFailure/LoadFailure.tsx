import { Alert, Button } from '@backstage/ui';
import { useText } from '../../hooks/useText';

/** Says that something could not be loaded, why, and offers another try. */
export function LoadFailure(props: {
  title: string;
  error: unknown;
  onRetry?: () => void;
}) {
  const t = useText();
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={props.title}
      description={errorText(props.error)}
      customActions={
        props.onRetry && (
          <Button variant="secondary" size="small" onPress={props.onRetry}>
            {t('load.retry')}
          </Button>
        )
      }
    />
  );
}

/** The sentence of an error; a refused request's own, without the HTTP wrapping. */
export function errorText(error: unknown): string {
  const body = (error as { body?: { error?: { message?: string } } })?.body;
  if (body?.error?.message) return body.error.message;
  return error instanceof Error ? error.message : String(error);
}
