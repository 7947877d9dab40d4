import {
  UserInfoService,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  JobInput,
  jarUploadPermission,
  verbPermissions,
} from '@datalark/backstage-plugin-data-jobs-common';
import { secretsNamedIn } from '../definition/fillDefinition';
import { ownerRef } from '../definition/jobOwner';
import { SecretResolver } from '../secrets/SecretResolver';
import { Authorizer } from './Authorizer';
import { Caller } from './Caller';

/** How long a new job may take to appear in the catalog. */
const CATALOG_MS = 15_000;

/** What writing a definition needs besides the job's own permissions: it is code. */
export class CodeGuard {
  constructor(
    private readonly deps: {
      authorizer: Authorizer;
      secrets: SecretResolver;
      userInfo: UserInfoService;
    },
  ) {}

  /** Permission for the job's code, and ownership for secrets kept for owners. */
  async requireFor(caller: Caller, input: JobInput): Promise<void> {
    const jar = (input.spec.definition as { jar?: unknown } | undefined)?.jar;
    const isForeignJar =
      input.spec.type === 'flink-jar' &&
      typeof jar === 'string' &&
      !jar.startsWith('uploaded:');
    if (isForeignJar) {
      await this.deps.authorizer.require(caller, jarUploadPermission);
    }
    await this.#requireOwnership(caller, input);
  }

  /**
   * Who may never deploy is refused before anything is created. Who may deploy
   * some jobs is asked again when the catalog knows the new one.
   */
  async refuseDeniedDeploy(caller: Caller): Promise<void> {
    const verdict = await this.deps.authorizer.verdict(
      caller,
      verbPermissions.deploy,
    );
    if (verdict === AuthorizeResult.DENY) {
      throw new NotAllowedError(
        `The permission ${verbPermissions.deploy.name} is needed to deploy; nothing was registered.`,
      );
    }
  }

  /** Conditions of a policy look at the entity: it must be in the catalog first. */
  async untilKnownToCatalog(caller: Caller, entityRef: string): Promise<void> {
    const { authorizer } = this.deps;
    const until = Date.now() + CATALOG_MS;
    const verdict = await authorizer.verdict(caller, verbPermissions.deploy);
    if (verdict === AuthorizeResult.ALLOW) return;
    while (!(await authorizer.may(caller, verbPermissions.deploy, entityRef))) {
      if (Date.now() > until) {
        throw new NotAllowedError(
          `You may not deploy ${entityRef}: the permission ${verbPermissions.deploy.name} is needed.`,
        );
      }
      await new Promise(resolve => setTimeout(resolve, 500));
    }
  }

  // Anybody can write any owner into a definition; a secret needs a true one.
  async #requireOwnership(caller: Caller, input: JobInput): Promise<void> {
    const owner = ownerOf(input);
    const guarded = secretsNamedIn(input.spec).filter(name =>
      this.deps.secrets.accessList(name)?.includes(owner),
    );
    const principal = caller.credentials.principal as BackstageUserPrincipal;
    if (!guarded.length || principal.type !== 'user') return;
    const { ownershipEntityRefs } = await this.deps.userInfo.getUserInfo(
      caller.credentials,
    );
    if (ownershipEntityRefs.some(ref => ref.toLowerCase() === owner)) return;
    throw new NotAllowedError(
      `The secret "${guarded[0]}" is kept for jobs of ${owner}; only its members may write a job that uses it.`,
    );
  }
}

function ownerOf(input: JobInput): string {
  try {
    return ownerRef(input.spec, input.namespace ?? 'default').toLowerCase();
  } catch {
    return '';
  }
}
