import {
  BackstageCredentials,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthenticationError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { dataLineagePermissions } from '@datalark/backstage-plugin-data-lineage-common';

/** The entities that the owner owns. */
const OWN = ['dataset:default/orders', 'dataset:default/daily-revenue'];

/** Who asks: how a column of the matrix comes about. */
export type Role = {
  title: string;
  /** What its policy says, for readers. */
  grants: string;
  credentials: BackstageCredentials;
  /** Whether it asks for the dataset that is the owner's. */
  asksForOwn: boolean;
  /** Names of permissions; those on entities are granted `onOwn` or on all. */
  granted: readonly string[];
  onOwn?: boolean;
};

const SEES = ['data-lineage.node.read', 'data-lineage.unowned.read'];
const CURATES = ['data-lineage.curate', 'data-lineage.event.read'];
const ALL = dataLineagePermissions.map(({ name }) => name);
const code = (names: readonly string[]) =>
  names.map(name => `\`${name}\``).join(', ');

const user = (
  title: string,
  granted: readonly string[],
  over: Partial<Role> = {},
): Role => ({
  title,
  grants: code(granted),
  credentials: mockCredentials.user(`user:default/${title}`),
  asksForOwn: false,
  granted,
  ...over,
});

const owner = user('owner', [...SEES, 'data-lineage.owners.notify'], {
  grants: `${code([
    SEES[1],
    'data-lineage.owners.notify',
  ])}; on own datasets (condition \`isEntityOwner\`) ${code([SEES[0]])}`,
  onOwn: true,
});

/** From the least to the most that may be done. */
export const ROLES: Role[] = [
  {
    title: 'nobody',
    grants: 'not signed in',
    credentials: mockCredentials.none(),
    asksForOwn: false,
    granted: [],
  },
  user('guest', [], { grants: 'signed in, and granted nothing' }),
  user('reader', SEES),
  { ...owner, asksForOwn: true },
  {
    ...owner,
    title: "owner, another's dataset",
    grants: "the same person, asking for somebody else's dataset",
  },
  user('curator', [...SEES, ...CURATES]),
  user('admin', ALL, { grants: 'everything' }),
  {
    title: 'producer',
    grants: `a token of external access, restricted to ${code([
      'data-lineage.event.create',
    ])}`,
    credentials: mockCredentials.service('external:producer', {
      permissionNames: ['data-lineage.event.create'],
    }),
    asksForOwn: false,
    granted: ['data-lineage.event.create'],
  },
  {
    title: 'service',
    grants: 'a token of external access without restriction',
    credentials: mockCredentials.service('external:service'),
    asksForOwn: false,
    granted: ALL,
  },
];

/** Names the role of a request. */
export const ROLE_HEADER = 'x-role';

/** Tokens of tests know no access restrictions, so requests name their role. */
export const roleAuth = createServiceFactory({
  service: coreServices.httpAuth,
  deps: {},
  factory: () => ({
    credentials: async (req: any): Promise<any> => {
      const role = ROLES.find(({ title }) => title === req.get(ROLE_HEADER));
      const credentials = role?.credentials as any;
      if (!credentials || credentials.principal.type === 'none') {
        throw new AuthenticationError('Missing credentials');
      }
      return credentials;
    },
    issueUserCookie: async () => ({ expiresAt: new Date() }),
  }),
});

/** The policy of the roles above; restricted services are answered as Backstage does. */
export const rolePermissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => ({
    authorize: async (requests: any[], { credentials }: any) =>
      requests.map(({ permission, resourceRef }): any => ({
        result: decision(permission.name, credentials, resourceRef),
      })),
    authorizeConditional: async (requests: any[], { credentials }: any) =>
      requests.map(({ permission }): any =>
        roleOf(credentials).onOwn && permission.name === SEES[0]
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {},
            }
          : { result: decision(permission.name, credentials) },
      ),
  }),
});

function decision(name: string, credentials: unknown, ref?: string) {
  if (!ALL.includes(name)) throw new Error(`${name} is not of data-lineage`);
  const { granted, onOwn } = roleOf(credentials);
  const isGranted =
    granted.includes(name) &&
    (!onOwn || name !== SEES[0] || OWN.includes(ref ?? ''));
  return isGranted ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
}

function roleOf(credentials: any): Role {
  const { userEntityRef, subject } = credentials.principal;
  const found = ROLES.find(({ credentials: { principal } }: any) =>
    userEntityRef
      ? principal.userEntityRef === userEntityRef
      : principal.subject === subject,
  );
  return found ?? ROLES[0];
}
