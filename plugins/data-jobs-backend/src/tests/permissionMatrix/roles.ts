import {
  BackstageCredentials,
  BackstageUserPrincipal,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';
import { dataJobsPermissions } from '@datalark/backstage-plugin-data-jobs-common';

type PolicyAnswer = { result: AuthorizeResult.ALLOW | AuthorizeResult.DENY };
type Verdict = 'always' | 'on own jobs' | 'never';

/** Who asks: how a column of the matrix comes about. */
export type Role = {
  title: string;
  /** What its policy says, for readers. */
  grants: string;
  /** Absent: nobody is signed in. */
  user?: string;
  /** Whether the job that is asked for is its own. */
  owns: boolean;
  verdict(permission: string): Verdict;
};

const READS = [
  'data-jobs.job.read',
  'data-jobs.job.inspect',
  'data-jobs.engine.read',
];
const KEEPS_RUNNING = [
  'stop',
  'suspend',
  'resume',
  'restart',
  'savepoint',
  'restore',
].map(verb => `data-jobs.job.${verb}`);
const WRITES = ['data-jobs.job.create', 'data-jobs.sql.submit'];
const APART = [
  'data-jobs.job.adopt',
  'data-jobs.jar.upload',
  'data-jobs.environment.protected',
];

const owner = (permission: string): Verdict => {
  if ([...READS, ...WRITES].includes(permission)) return 'always';
  return APART.includes(permission) ? 'never' : 'on own jobs';
};

/** The one who has jobs of its own. */
export const OWNER = 'user:default/owner';

/** From the least to the most that may be done. */
export const ROLES: Role[] = [
  {
    title: 'nobody',
    grants: 'not signed in',
    owns: false,
    verdict: () => 'never',
  },
  {
    title: 'guest',
    grants: 'signed in, and granted nothing',
    user: 'user:default/guest',
    owns: false,
    verdict: () => 'never',
  },
  {
    title: 'viewer',
    grants: READS.map(code).join(', '),
    user: 'user:default/viewer',
    owns: false,
    verdict: name => (READS.includes(name) ? 'always' : 'never'),
  },
  {
    title: 'owner',
    grants: `as a viewer; ${WRITES.map(code).join(
      ', ',
    )}; on own jobs (condition \`isEntityOwner\`) everything else on a job but ${code(
      'data-jobs.environment.protected',
    )}`,
    user: OWNER,
    owns: true,
    verdict: owner,
  },
  {
    title: "owner, another's job",
    grants: "the same person, asking for somebody else's job",
    user: OWNER,
    owns: false,
    verdict: owner,
  },
  {
    title: 'operator',
    grants: `as a viewer; on all jobs ${KEEPS_RUNNING.map(code).join(', ')}`,
    user: 'user:default/operator',
    owns: false,
    verdict: name =>
      [...READS, ...KEEPS_RUNNING].includes(name) ? 'always' : 'never',
  },
  {
    title: 'admin',
    grants: 'everything',
    user: 'user:default/admin',
    owns: false,
    verdict: () => 'always',
  },
];

/** Jobs of the owner are named so. */
export const OWN = 'own-';

export function credentialsOf(role: Role) {
  return role.user ? mockCredentials.user(role.user) : mockCredentials.none();
}

export function headerOf(role: Role): string {
  return role.user
    ? mockCredentials.user.header(role.user)
    : mockCredentials.none.header();
}

/** The policy of the roles above. */
export const rolePermissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => ({
    authorize: async (requests: any[], { credentials }: any) =>
      requests.map(({ permission, resourceRef }) => {
        const verdict = verdictOf(permission, credentials);
        const isOwn = resourceRef?.includes(`/${OWN}`);
        const isAllowed =
          verdict === 'always' || (verdict === 'on own jobs' && isOwn);
        const { ALLOW, DENY } = AuthorizeResult;
        return { result: isAllowed ? ALLOW : DENY } as PolicyAnswer;
      }),
    authorizeConditional: async (requests: any[], { credentials }: any) =>
      requests.map(({ permission }): any => {
        switch (verdictOf(permission, credentials)) {
          case 'always':
            return { result: AuthorizeResult.ALLOW };
          case 'never':
            return { result: AuthorizeResult.DENY };
          default:
            return {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {},
            };
        }
      }),
  }),
});

function verdictOf(
  permission: Permission,
  credentials: BackstageCredentials<BackstageUserPrincipal>,
): Verdict {
  if (!dataJobsPermissions.some(({ name }) => name === permission.name)) {
    throw new Error(`${permission.name} is not of data-jobs`);
  }
  const { userEntityRef } = credentials.principal;
  const role = ROLES.find(({ user }) => user === userEntityRef);
  return role?.verdict(permission.name) ?? 'never';
}

function code(text: string): string {
  return `\`${text}\``;
}
