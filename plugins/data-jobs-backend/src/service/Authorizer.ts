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
import { jobReadPermission } from '@datalark/backstage-plugin-data-jobs-common';
import { Caller } from './Caller';

const CHUNK = 200;
const CACHE_MS = 5_000;

/** Which of the listed jobs a caller may not see. */
export type Visibility =
  | { all: true }
  | { none: true }
  | { hidden(refs: string[]): Promise<string[]> };

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
      ? {
          permission: permission as ResourcePermission,
          resourceRef: entityRef,
        }
      : { permission: permission as BasicPermission };
    const [decision] = await this.permissions.authorize([request], {
      credentials: caller.credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }

  /** One decision per job, asked for in few calls. */
  async mayEach(
    caller: Caller,
    permission: ResourcePermission,
    refs: string[],
  ): Promise<Set<string>> {
    const allowed = new Set<string>();
    const asked = [...new Set(refs)];
    for (let i = 0; i < asked.length; i += CHUNK) {
      const chunk = asked.slice(i, i + CHUNK);
      const decisions = await this.permissions.authorize(
        chunk.map(resourceRef => ({ permission, resourceRef })),
        { credentials: caller.credentials },
      );
      decisions.forEach((decision, index) => {
        if (decision.result === AuthorizeResult.ALLOW) {
          allowed.add(chunk[index]);
        }
      });
    }
    return allowed;
  }

  /** What the policy says of a permission without looking at any entity. */
  async verdict(
    caller: Caller,
    permission: ResourcePermission,
  ): Promise<AuthorizeResult> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission }],
      { credentials: caller.credentials },
    );
    return decision.result;
  }

  /** Whom a list is for; a decision about one job holds for some seconds. */
  async visibility(caller: Caller): Promise<Visibility> {
    const result = await this.verdict(caller, jobReadPermission);
    if (result === AuthorizeResult.ALLOW) return { all: true };
    if (result === AuthorizeResult.DENY) return { none: true };
    return { hidden: refs => this.#hidden(caller, refs) };
  }

  async #hidden(caller: Caller, refs: string[]): Promise<string[]> {
    const allowed = this.#memory(nameOf(caller));
    const asked = refs.filter(ref => !allowed.has(ref));
    const granted = await this.mayEach(caller, jobReadPermission, asked);
    for (const ref of asked) allowed.set(ref, granted.has(ref));
    return refs.filter(ref => !allowed.get(ref));
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
