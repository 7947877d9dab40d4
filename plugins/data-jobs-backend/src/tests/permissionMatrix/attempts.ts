import { VERBS, Verb } from '@datalark/backstage-plugin-data-jobs-common';
import { SPEC } from '../../__testUtils__/TestPlane';
import { AuditEventId } from '../../service/auditEvents';
import type { Target } from './MatrixBench';

/** One thing that can be tried: a row of the matrix. */
export type Attempt = {
  /** `GET /jobs` as in the OpenAPI document, or the name of an action. */
  what: string;
  /** Tells rows of the same route apart. */
  detail?: string;
  /** Path, after the base, or of an action nothing. */
  path?: (target: Target) => string;
  input?: (target: Target) => object;
  /** In which state the job has to be. Default: it runs. */
  job?: 'running' | 'suspended' | 'scheduled';
  /** What the answer shows of the job, where it is not refused as a whole. */
  shows?: (answer: any, target: Target) => boolean;
  /** What it leaves in the audit log when it is allowed. Absent: it changes nothing. */
  audit?: AuditEventId[];
};

const PARAMS: Partial<Record<Verb, (target: Target) => object>> = {
  restore: target => ({ snapshot: target.snapshot }),
  rollback: () => ({ version: 1 }),
};
/** Their actions ask for no word. */
const LOSES_NOTHING: Verb[] = ['suspend', 'resume', 'savepoint'];
const stateFor = (verb: Verb) => (verb === 'resume' ? 'suspended' : 'running');
const SPEC_2 = { ...SPEC, parallelism: 2 };
const isListed = (answer: any, { ref }: Target) =>
  answer.items.some((item: any) => item.entityRef === ref);
const isAccepted = (answer: any) =>
  answer.items.every(
    (item: any) => item.verdict === 'accepted' || item.operation,
  );

const ofJob = (
  what: string,
  over: Partial<Attempt> = {},
  query = '',
): Attempt => ({
  what: `GET /jobs/{namespace}/{name}${what}`,
  path: ({ name }) => `/jobs/default/${name}${what}${query}`,
  ...over,
});

const READS = [
  '',
  '/entity.yaml',
  '/versions',
  '/runs',
  '/operations',
  '/snapshots',
  '/alerts',
  '/resolved',
  '/comparison',
  '/exceptions',
  '/checkpoints',
  '/metrics',
  '/plan',
  '/log',
  '/log-sources',
  '/exception-groups',
  '/metrics/history',
].map(what => ofJob(what));

/** Every route of the OpenAPI document. */
export const ROUTES: Attempt[] = [
  {
    what: 'GET /jobs',
    path: ({ name }) => `/jobs?text=${name}`,
    shows: isListed,
  },
  {
    what: 'GET /job-facets',
    path: () => '/job-facets',
    shows: ({ owner }) => owner.length > 0,
  },
  ...READS,
  ofJob('/schedule', { job: 'scheduled' }),
  {
    what: 'POST /jobs',
    path: () => '/jobs',
    input: ({ fresh }) => ({ name: fresh, spec: SPEC }),
    audit: ['job-create'],
  },
  {
    what: 'POST /jobs',
    detail: 'deploy: true',
    path: () => '/jobs',
    input: ({ fresh }) => ({ name: fresh, spec: SPEC, deploy: true }),
    audit: ['job-create', 'operation-request'],
  },
  {
    what: 'POST /validate',
    path: () => '/validate',
    input: ({ fresh }) => ({ name: fresh, spec: SPEC }),
  },
  {
    what: 'PUT /jobs/{namespace}/{name}',
    path: ({ name }) => `/jobs/default/${name}`,
    input: () => ({ spec: SPEC_2 }),
    audit: ['job-update'],
  },
  {
    what: 'PUT /jobs/{namespace}/{name}',
    detail: 'deploy: true',
    path: ({ name }) => `/jobs/default/${name}`,
    input: () => ({ spec: SPEC_2, deploy: true }),
    audit: ['job-update', 'operation-request'],
  },
  {
    what: 'POST /jobs/{namespace}/{name}/hand-over',
    path: ({ name }) => `/jobs/default/${name}/hand-over`,
    input: () => ({ toGit: true }),
    audit: ['job-hand-over'],
  },
  ...VERBS.map(
    (verb): Attempt => ({
      what: 'POST /jobs/{namespace}/{name}/operations',
      detail: verb,
      job: stateFor(verb),
      path: ({ name }) => `/jobs/default/${name}/operations`,
      input: target => ({ verb, params: PARAMS[verb]?.(target) }),
      audit: ['operation-request'],
    }),
  ),
  ...VERBS.map(
    (verb): Attempt => ({
      what: 'POST /jobs/{namespace}/{name}/operations/preview',
      detail: verb,
      job: stateFor(verb),
      path: ({ name }) => `/jobs/default/${name}/operations/preview`,
      input: target => ({ verb, params: PARAMS[verb]?.(target) }),
    }),
  ),
  {
    what: 'GET /operations/{id}',
    path: ({ operationId }) => `/operations/${operationId}`,
  },
  {
    what: 'POST /operations/bulk/preview',
    detail: 'suspend',
    path: () => '/operations/bulk/preview',
    input: ({ ref }) => ({ verb: 'suspend', targets: [{ entityRef: ref }] }),
    shows: isAccepted,
  },
  {
    what: 'POST /operations/bulk',
    detail: 'suspend',
    path: () => '/operations/bulk',
    input: ({ ref }) => ({ verb: 'suspend', targets: [{ entityRef: ref }] }),
    shows: isAccepted,
    audit: ['operation-request'],
  },
  {
    what: 'GET /operations/bulk/{id}',
    path: ({ bulkId }) => `/operations/bulk/${bulkId}`,
    shows: isListed,
  },
  { what: 'GET /engines', path: () => '/engines' },
  { what: 'GET /jars', path: () => '/jars' },
  { what: 'POST /jars', path: () => '/jars', audit: ['jar-upload'] },
  {
    what: 'GET /unmanaged-jobs',
    path: () => '/unmanaged-jobs',
  },
  {
    what: 'POST /unmanaged-jobs/adopt',
    path: () => '/unmanaged-jobs/adopt',
    input: adoption,
    audit: ['job-adopt'],
  },
  {
    what: 'GET /schedule-preview',
    path: () => '/schedule-preview?cron=0%203%20*%20*%20*',
  },
  { what: 'GET /portal-entities', path: () => '/portal-entities' },
];

const action = (
  what: string,
  input: Attempt['input'] = ({ name }) => ({ entityRef: name }),
  over: Partial<Attempt> = {},
): Attempt => ({ what, input, ...over });

/** Every action that is registered. */
export const ACTIONS: Attempt[] = [
  action('list-jobs', ({ name }) => ({ text: name }), {
    shows: isListed,
  }),
  action('get-job'),
  action('get-metric-history'),
  action('get-job-schedule', undefined, { job: 'scheduled' }),
  action('get-operation', ({ operationId }) => ({ id: operationId })),
  action('list-engines', () => ({})),
  action('list-snapshots'),
  action('list-alerts'),
  action('list-unmanaged-jobs', () => ({})),
  action('resolve-job'),
  action('compare-environments'),
  action('export-job'),
  action('preview-operation', ({ name }) => ({
    entityRef: name,
    verb: 'suspend',
  })),
  action('validate-job', ({ fresh }) => ({ name: fresh, spec: SPEC })),
  action('register-job', ({ fresh }) => ({ name: fresh, spec: SPEC }), {
    audit: ['job-create'],
  }),
  action('update-job', ({ name }) => ({ entityRef: name, spec: SPEC_2 }), {
    audit: ['job-update'],
  }),
  action('hand-over-job', undefined, { audit: ['job-hand-over'] }),
  action('adopt-job', adoption, { audit: ['job-adopt'] }),
  action(
    'bulk-operation',
    ({ name }) => ({ verb: 'suspend', targets: [name] }),
    {
      shows: ({ result }) => isAccepted(result),
      audit: ['operation-request'],
    },
  ),
  ...VERBS.map(verb =>
    action(
      `${verb}-job`,
      target => ({
        entityRef: target.name,
        ...(!LOSES_NOTHING.includes(verb) && { acceptStateLoss: true }),
        ...PARAMS[verb]?.(target),
      }),
      { job: stateFor(verb), audit: ['operation-request'] },
    ),
  ),
];

function adoption({ foreignId, fresh }: Target): object {
  return {
    engine: 'fake',
    engineJobId: foreignId,
    name: fresh,
    owner: 'group:default/shop',
  };
}
