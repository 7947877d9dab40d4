import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';

/**
 * A permission policy that a test changes as it goes; allows all at first.
 *
 * @public
 */
export class TestPermissions {
  /** Names that are denied. */
  readonly denied = new Set<string>();
  /** Names that depend on the entity, and the refs for which they are granted. */
  readonly conditional = new Map<string, Set<string>>();
  /** Requests for single decisions so far. */
  asked = 0;

  readonly factory = createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => ({
      authorize: async (requests: any[]) =>
        requests.map(({ permission, resourceRef }) => {
          this.asked += 1;
          return { result: this.#decide(permission, resourceRef) };
        }),
      authorizeConditional: async (requests: any[]) =>
        requests.map(({ permission }): any =>
          this.conditional.has(permission.name)
            ? {
                result: AuthorizeResult.CONDITIONAL,
                pluginId: 'catalog',
                resourceType: 'catalog-entity',
                conditions: {},
              }
            : { result: this.#decide(permission) },
        ),
    }),
  });

  #decide(
    permission: Permission,
    ref?: string,
  ): AuthorizeResult.ALLOW | AuthorizeResult.DENY {
    const granted = this.conditional.get(permission.name);
    const isDenied =
      this.denied.has(permission.name) || (granted && !granted.has(ref ?? ''));
    return isDenied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW;
  }
}
