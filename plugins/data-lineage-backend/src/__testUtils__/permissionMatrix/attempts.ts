import { AuditEventId } from '../../service/auditEvents';
import { runEvent, table } from '../flowEvents';
import type { Target } from './MatrixBench';

/** One thing that can be tried: a row of the matrix. */
export type Attempt = {
  /** `GET /graph` as in the OpenAPI document, or the name of an action. */
  what: string;
  detail?: string;
  /** Path and query after the base; an action has none. */
  path?: (target: Target) => string;
  input?: (target: Target) => object;
  /** What the answer shows of the target, where it is not refused as a whole. */
  shows?: (answer: any, target: Target) => boolean;
  /** What it leaves in the audit log when it is allowed. */
  audit?: AuditEventId[];
  /** It changes something, but is not audited. */
  changes?: true;
};

const query = (path: string, params: Record<string, string>) =>
  `${path}?${new URLSearchParams(params)}`;

const MESSAGE = 'A column goes.';
const sees = (answer: any, { id }: Target) =>
  JSON.stringify(answer).includes(id);
const names = (answer: any, { name, entityRef }: Target) =>
  [name, entityRef].some(one => JSON.stringify(answer).includes(one));
/** The definition is of who asks; what the graph adds is not. */
const adds = (answer: any, { entityRef }: Target) =>
  JSON.stringify(answer).includes(entityRef);
const flinkTable = (name: string, options: string) =>
  `CREATE TEMPORARY TABLE ${name} (amount INT) WITH (${options});`;

/** A script that reads the target, by its alias. */
const definition = ({ topic }: Target) => ({
  type: 'flink-sql',
  sql: `${flinkTable(
    't',
    `'connector' = 'kafka', 'topic' = '${topic.name}', 'properties.bootstrap.servers' = 'k:9092'`,
  )} ${flinkTable('b', `'connector' = 'blackhole'`)}
  INSERT INTO b SELECT amount FROM t;`,
});

/** Every route of the OpenAPI document. */
export const ROUTES: Attempt[] = [
  {
    what: 'POST /v1/lineage',
    path: () => '/v1/lineage',
    input: ({ fresh }) => runEvent({ job: fresh, outputs: [table(fresh)] }),
    changes: true,
  },
  {
    what: 'POST /v1/lineage/batch',
    path: () => '/v1/lineage/batch',
    input: ({ fresh }) => [runEvent({ job: fresh, outputs: [table(fresh)] })],
    changes: true,
  },
  {
    what: 'GET /graph',
    path: ({ id }) => query('/graph', { nodes: id }),
    shows: sees,
  },
  {
    what: 'GET /graph',
    detail: 'with the dataset one step away',
    path: ({ job }) => query('/graph', { nodes: job }),
    shows: sees,
  },
  {
    what: 'GET /column',
    path: ({ id }) => query('/column', { node: id, column: 'amount' }),
    shows: sees,
  },
  {
    what: 'GET /diff',
    path: ({ id }) =>
      query('/diff', {
        nodes: id,
        from: '2025-12-01T00:00:00Z',
        to: '2026-06-01T00:00:00Z',
      }),
    shows: sees,
  },
  {
    what: 'GET /times',
    path: ({ id }) => query('/times', { nodes: id }),
    shows: ({ items }) => items.length > 0,
  },
  {
    what: 'GET /path',
    path: ({ id }) => query('/path', { from: id, to: 'job:shop:daily' }),
    shows: sees,
  },
  {
    what: 'GET /search',
    path: ({ name }) => query('/search', { text: name }),
    shows: sees,
  },
  {
    what: 'GET /nodes',
    path: ({ entityRef }) => query('/nodes', { entityRef }),
    shows: sees,
  },
  {
    what: 'GET /impact',
    path: ({ id }) => query('/impact', { node: id }),
    shows: sees,
  },
  {
    what: 'POST /impact/notify',
    path: () => '/impact/notify',
    input: ({ id }) => ({ node: id, message: MESSAGE }),
    audit: ['owners-notify'],
  },
  {
    what: 'POST /preview',
    path: () => '/preview',
    input: target => ({ definition: definition(target) }),
    shows: adds,
  },
  {
    what: 'GET /drift',
    path: ({ entityRef }) => query('/drift', { entityRef }),
    shows: sees,
  },
  {
    what: 'GET /drift/{id}/entity',
    path: ({ drift }) => `/drift/${drift}/entity`,
    shows: names,
  },
  {
    what: 'GET /export',
    path: ({ id }) => query('/export', { nodes: id }),
    shows: names,
  },
  {
    what: 'GET /aliases',
    path: () => '/aliases',
    shows: ({ items }, { name }) =>
      items.some((alias: any) => alias.target.name === name),
  },
  {
    what: 'POST /aliases',
    path: () => '/aliases',
    input: ({ name, fresh }) => ({ name: table(fresh), target: table(name) }),
    audit: ['alias-create'],
  },
  {
    what: 'DELETE /aliases',
    path: ({ topic }) => query('/aliases', topic),
    audit: ['alias-delete'],
  },
  { what: 'GET /events', path: () => '/events', shows: names },
  { what: 'POST /rebuild', path: () => '/rebuild', audit: ['graph-rebuild'] },
];

/** Every action. */
export const ACTIONS: Attempt[] = [
  ...['upstream', 'downstream'].map(what => ({
    what,
    input: ({ id }: Target) => ({ of: id }),
    shows: sees,
  })),
  {
    what: 'upstream',
    detail: 'of a column',
    input: ({ id }) => ({ of: id, column: 'amount' }),
    shows: sees,
  },
  {
    what: 'path',
    input: ({ id }) => ({ from: id, to: 'job:shop:daily' }),
    shows: sees,
  },
  {
    what: 'column-history',
    input: ({ id }) => ({
      of: id,
      column: 'amount',
      from: '2025-12-01T00:00:00Z',
    }),
    shows: sees,
  },
  { what: 'search', input: ({ name }) => ({ text: name }), shows: sees },
  {
    what: 'impact',
    input: ({ entityRef }) => ({ of: entityRef }),
    shows: sees,
  },
  {
    what: 'notify-owners',
    input: ({ id }) => ({ of: id, message: MESSAGE }),
    audit: ['owners-notify'],
  },
  {
    what: 'preview-change',
    input: target => {
      const { type, ...rest } = definition(target);
      return { type, definition: rest };
    },
    shows: adds,
  },
  { what: 'drift', input: ({ entityRef }) => ({ entityRef }), shows: sees },
];
