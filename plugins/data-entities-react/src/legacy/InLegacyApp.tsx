import { ApiProvider } from '@backstage/core-app-api';
import { compatWrapper } from '@backstage/core-compat-api';
import {
  alertApiRef,
  AnyApiRef,
  useApi,
  useApiHolder,
} from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { PropsWithChildren, useMemo } from 'react';
import { AlertsAsToasts } from './AlertsAsToasts';

/**
 * Gives our components what an app on the old system lacks: routes of the new kind, and toasts.
 *
 * @public
 */
export function InLegacyApp(props: PropsWithChildren<{}>) {
  return compatWrapper(<WithToasts>{props.children}</WithToasts>);
}

function WithToasts(props: PropsWithChildren<{}>) {
  const given = useApiHolder().get(toastApiRef);
  const alertApi = useApi(alertApiRef);
  const apis = useMemo(() => {
    const toasts = given ?? new AlertsAsToasts(alertApi);
    return {
      get: <T,>(ref: AnyApiRef) =>
        ref.id === toastApiRef.id ? (toasts as T) : undefined,
    };
  }, [given, alertApi]);
  return <ApiProvider apis={apis}>{props.children}</ApiProvider>;
}
