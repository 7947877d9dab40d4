import { NotAllowedError } from '@backstage/errors';
import { Permission } from '@backstage/plugin-permission-common';

/**
 * Says which permission is missing, and what to do.
 *
 * @public
 */
export function notAllowed(
  permission: Permission,
  entityRef?: string,
): NotAllowedError {
  return new NotAllowedError(
    `The permission ${permission.name}${
      entityRef ? ` on ${entityRef}` : ''
    } is needed; ask whoever keeps the portal's permission policy.`,
  );
}
