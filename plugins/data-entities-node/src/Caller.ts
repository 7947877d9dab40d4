import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';

/**
 * Who asks, from where: `Surface` is a plugin's list of doors, such as a page or an action.
 *
 * @public
 */
export type Caller<Surface extends string = string> = {
  credentials: BackstageCredentials;
  surface: Surface;
  /** For the audit log, when the request came by HTTP. */
  request?: Request<any, any, any, any, any>;
};

/**
 * Entity ref of a user, or `service:…`.
 *
 * @public
 */
export function nameOf({ credentials }: Pick<Caller, 'credentials'>): string {
  const principal = credentials.principal as
    | BackstageUserPrincipal
    | BackstageServicePrincipal;
  return principal.type === 'user'
    ? principal.userEntityRef
    : `service:${principal.subject}`;
}
