import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';

/** Who asks, from where. */
export type Caller = {
  credentials: BackstageCredentials;
  surface: 'page' | 'api' | 'action';
  /** For the audit log, when the request came by HTTP. */
  request?: Request<any, any, any, any, any>;
};

/** Entity ref of a user, or `service:…`. */
export function nameOf({ credentials }: Pick<Caller, 'credentials'>): string {
  const principal = credentials.principal as
    | BackstageUserPrincipal
    | BackstageServicePrincipal;
  return principal.type === 'user'
    ? principal.userEntityRef
    : `service:${principal.subject}`;
}
