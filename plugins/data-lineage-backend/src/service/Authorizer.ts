import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  BasicPermission,
  Permission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  nameOf,
  notAllowed,
} from '@datalark/backstage-plugin-data-entities-node';
import {
  lineageReadPermission,
  lineageReadUnownedPermission,
} from '@datalark/backstage-plugin-data-lineage-common';
import { Caller } from './Caller';

const CHUNK = 200;
const CACHE_MS = 5_000;

/** Something that may be an entity. */
type Seeable = { entityRef?: string };

/** Who may see which nodes. */
export type Visibility = {
  /** Nodes of entities: all, none, or each is asked for. */
  entities: AuthorizeResult;
  unowned: boolean;
  /** Those of the nodes that may be seen. */
  visible<T extends Seeable>(nodes: readonly T[]): Promise<Set<T>>;
};

/** Asks the permission framework. */
export class Authorizer {
  readonly #seen = new Map<
    string,
    { at: number; allowed: Map<string, boolean> }
  >();

  constructor(private readonly permissions: PermissionsService) {}

  /** A `NotAllowedError` that names the permission, unless it is granted. */
  async require(
    caller: Caller,
    permission: Permission,
    entityRef?: string,
  ): Promise<void> {
    if (await this.may(caller, permission, entityRef)) return;
    throw notAllowed(permission, entityRef);
  }

  async may(
    caller: Caller,
    permission: Permission,
    entityRef?: string,
  ): Promise<boolean> {
    const request = entityRef
      ? { permission: permission as ResourcePermission, resourceRef: entityRef }
      : { permission: permission as BasicPermission };
    const [decision] = await this.permissions.authorize([request], {
      credentials: caller.credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }

  /**
   * What a caller may see. Entities are asked for one by one only where the
   * policy depends on them; such a decision holds for some seconds.
   */
  async visibility(caller: Caller): Promise<Visibility> {
    const { credentials } = caller;
    const [[entities], [unowned]] = await Promise.all([
      this.permissions.authorizeConditional(
        [{ permission: lineageReadPermission }],
        { credentials },
      ),
      this.permissions.authorize(
        [{ permission: lineageReadUnownedPermission }],
        { credentials },
      ),
    ]);
    const seesUnowned = unowned.result === AuthorizeResult.ALLOW;
    return {
      entities: entities.result,
      unowned: seesUnowned,
      visible: async nodes => {
        const refs = nodes.flatMap(({ entityRef }) => entityRef ?? []);
        const denied = await this.#denied(caller, entities.result, refs);
        return new Set(
          nodes.filter(({ entityRef }) =>
            entityRef ? !denied(entityRef) : seesUnowned,
          ),
        );
      },
    };
  }

  async #denied(
    caller: Caller,
    verdict: AuthorizeResult,
    refs: readonly string[],
  ): Promise<(ref: string) => boolean> {
    if (verdict === AuthorizeResult.ALLOW) return () => false;
    if (verdict === AuthorizeResult.DENY) return () => true;
    const known = this.#memory(nameOf(caller));
    const asked = [...new Set(refs)].filter(ref => !known.has(ref));
    const decisions = new Map(known);
    for (let i = 0; i < asked.length; i += CHUNK) {
      const chunk = asked.slice(i, i + CHUNK);
      const answers = await this.permissions.authorize(
        chunk.map(resourceRef => ({
          permission: lineageReadPermission,
          resourceRef,
        })),
        { credentials: caller.credentials },
      );
      answers.forEach(({ result }, index) => {
        const isAllowed = result === AuthorizeResult.ALLOW;
        known.set(chunk[index], isAllowed);
        decisions.set(chunk[index], isAllowed);
      });
    }
    return ref => decisions.get(ref) !== true;
  }

  #memory(user: string): Map<string, boolean> {
    const now = Date.now();
    for (const [name, { at }] of this.#seen) {
      if (now - at > CACHE_MS) this.#seen.delete(name);
    }
    const memory = this.#seen.get(user) ?? { at: now, allowed: new Map() };
    this.#seen.set(user, memory);
    return memory.allowed;
  }
}
