import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ImpactQuery,
  ImpactReport,
  nodeId,
} from '@datalark/backstage-plugin-data-lineage-common';
import { NotFoundError } from '@backstage/errors';
import { Caller } from '../service/Caller';
import { ReviewRule } from '../review/ReviewRule';
import { PreviewService } from './PreviewService';

const caller: Caller = { credentials: mockCredentials.user(), surface: 'api' };
const BROKER = 'kafka://k:9092';
const TOTALS = nodeId('dataset', { namespace: BROKER, name: 'totals' });

const sql = (select: string) => `
CREATE TEMPORARY TABLE orders (id BIGINT, amount INT, who STRING) WITH (
  'connector' = 'kafka', 'topic' = 'orders', 'format' = 'json',
  'properties.bootstrap.servers' = '\${KAFKA}'
);
CREATE TEMPORARY TABLE totals (id BIGINT, total INT) WITH (
  'connector' = 'kafka', 'topic' = 'totals', 'format' = 'json',
  'properties.bootstrap.servers' = '\${KAFKA}'
);
INSERT INTO totals ${select};
`;

const JOB: Entity = {
  apiVersion: 'datalark.io/v1alpha1',
  kind: 'DataJob',
  metadata: { name: 'sums', title: 'Sums' },
  spec: {
    type: 'flink-sql',
    lifecycle: 'production',
    owner: 'group:default/mine',
    engine: 'local',
    definition: { sql: sql('SELECT id, amount FROM orders') },
  },
};

function impactOf(query: ImpactQuery): ImpactReport {
  const node = {
    id: query.node,
    type: 'dataset' as const,
    namespace: BROKER,
    name: 'totals',
    title: 'Totals',
    more: { upstream: 0, downstream: 0 },
  };
  return {
    start: { node, columns: query.columns },
    owners: [
      {
        owner: 'group:default/bi',
        items: [{ node: { ...node, id: 'r' }, distance: 2, quality: [] }],
      },
    ],
    hidden: 0,
    asOf: '',
  };
}

function service(options: {
  rules?: ReviewRule[];
  mayApprove?: boolean;
  /** By the name of the dataset. */
  columns?: Record<string, { name: string }[]>;
  impact?: (query: ImpactQuery, asked: Caller) => ImpactReport;
}) {
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(() => ({
        result: options.mayApprove
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })) as any,
  });
  return new PreviewService({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: [JOB] }),
    permissions,
    graph: {
      describe: async () => [],
      columns: async (_asked, names) =>
        names.map(({ name }) => options.columns?.[name]),
      impact: async (asked, query) =>
        (options.impact ?? impactOf)(query, asked),
    },
    settings: {
      jobNamespace: 'datalark',
      variables: { KAFKA: 'k:9092' },
      intervalMs: 1,
    },
    rules: options.rules ?? [],
  });
}

const change = (select: string) => ({
  entityRef: 'datajob:default/sums',
  definition: { type: 'flink-sql', sql: sql(select) },
});

const VANISHED: ReviewRule = {
  rule: 'vanished-column-with-foreign-consumers',
  require: 'approval',
};

describe('PreviewService', () => {
  it('tells what a change adds and takes away, and who depends on it', async () => {
    const asked: ImpactQuery[] = [];
    const preview = await service({
      impact: query => {
        asked.push(query);
        return impactOf(query);
      },
    }).preview(caller, change('SELECT id, CHAR_LENGTH(who) FROM orders'));
    expect(preview.problems).toEqual([]);
    expect(preview.graph.nodes.map(node => !node.hidden && node.title)).toEqual(
      ['Sums', 'orders', 'totals'],
    );
    expect(preview.added).toMatchObject([
      {
        from: { column: 'who' },
        to: { node: TOTALS, column: 'total' },
        transformations: [
          { subtype: 'TRANSFORMATION', span: { start: { line: 10 } } },
        ],
      },
    ]);
    expect(preview.removed).toMatchObject([
      { from: { column: 'amount' }, to: { column: 'total' } },
    ]);
    expect(asked).toEqual([{ node: TOTALS, columns: ['total'] }]);
    expect(preview.review).toEqual({
      required: false,
      reasons: [],
      approvers: [],
    });
  });

  it('takes a new job as all added', async () => {
    const preview = await service({}).preview(caller, {
      definition: {
        type: 'flink-sql',
        sql: sql('SELECT id, amount FROM orders'),
      },
      variables: { KAFKA: 'other:9092' },
    });
    expect(preview.removed).toEqual([]);
    expect(preview.added).toHaveLength(2);
    expect(preview.graph.nodes[1]).toMatchObject({
      namespace: 'kafka://other:9092',
    });
  });

  it('compares with what runs, where somebody says it', async () => {
    const request = change('SELECT id, amount FROM orders');
    const same = { definition: request.definition };
    const preview = await service({}).preview(caller, {
      ...request,
      before: change('SELECT id, CHAR_LENGTH(who) FROM orders'),
    });
    expect(preview.removed).toMatchObject([{ from: { column: 'who' } }]);
    const unknown = { ...request, entityRef: 'datajob:default/none' };
    expect(
      (await service({}).preview(caller, { ...unknown, before: same })).removed,
    ).toEqual([]);
  });

  describe('with a rule for vanished columns', () => {
    const gone = change('(id) SELECT id FROM orders').definition.sql.replace(
      ', total INT',
      '',
    );
    const request = {
      ...change(''),
      definition: { type: 'flink-sql', sql: gone },
    };

    it('asks for the word of those who read them', async () => {
      const { review } = await service({ rules: [VANISHED] }).preview(
        caller,
        request,
      );
      expect(review).toMatchObject({
        required: true,
        approvers: ['group:default/bi'],
      });
      expect(review.reasons[0]).toContain('total of totals would vanish');
    });

    it('holds for who may not see the dataset, and names nobody to him', async () => {
      const { review, impact } = await service({
        rules: [VANISHED],
        impact: (query, { credentials }) => {
          if (credentials === caller.credentials) throw new NotFoundError('');
          return impactOf(query);
        },
      }).preview(caller, request);
      expect(review.required).toBe(true);
      expect(review.reasons[0]).toContain('somebody whom you may not see');
      expect(impact).toEqual([]);
    });

    it('holds for a dataset that the graph knows by another name', async () => {
      const { review } = await service({
        rules: [VANISHED],
        impact: query => {
          const report = impactOf(query);
          report.start.node = { ...report.start.node, id: 'dataset:x:leading' };
          return report;
        },
      }).preview(caller, request);
      expect(review.approvers).toEqual(['group:default/bi']);
    });

    it('is content with somebody who may approve', async () => {
      const { review } = await service({
        rules: [VANISHED],
        mayApprove: true,
      }).preview(caller, request);
      expect(review.required).toBe(false);
    });

    it('does not mind a column that stays, or consumers of the same owner', async () => {
      const stays = await service({ rules: [VANISHED] }).preview(
        caller,
        change('SELECT id, CHAR_LENGTH(who) FROM orders'),
      );
      expect(stays.review.required).toBe(false);
      const own = await service({
        rules: [VANISHED],
        impact: query => ({
          ...impactOf(query),
          owners: [
            { ...impactOf(query).owners[0], owner: 'group:default/mine' },
          ],
        }),
      }).preview(caller, request);
      expect(own.review.required).toBe(false);
    });
  });

  it('says where it does not understand, and takes what the graph does not know', async () => {
    const preview = await service({
      impact: () => {
        throw new NotFoundError('not there');
      },
    }).preview(caller, change('SELECT id, nowhere FROM orders'));
    expect(preview.problems).toMatchObject([{ span: { start: { line: 10 } } }]);
    expect(preview.impact).toEqual([]);
  });

  it('takes the columns that the graph knows of what a definition does not tell', async () => {
    const config = (query: string) => `
      source { Jdbc { url = "jdbc:postgresql://db:5432/shop", query = "${query}", plugin_output = "o" } }
      sink { Kafka { plugin_input = "o", bootstrap.servers = "k:9092", topic = "totals" } }`;
    const seatunnel = (query: string) => ({
      definition: { type: 'seatunnel', config: config(query) },
    });
    const request = {
      ...seatunnel('SELECT * FROM orders'),
      before: seatunnel('SELECT id FROM orders'),
    };
    const unknown = await service({}).preview(caller, request);
    expect(unknown.added.map(({ from }) => from.column)).not.toContain('who');
    const known = await service({
      columns: { 'shop.public.orders': [{ name: 'id' }, { name: 'who' }] },
    }).preview(caller, request);
    expect(known.added.map(({ from, to }) => [from.column, to.column])).toEqual(
      [['who', 'who']],
    );
    const sqlOnly = await service({
      columns: { 'shop.public.orders': [{ name: 'id' }, { name: 'who' }] },
    }).preview(caller, {
      definition: {
        type: 'flink-sql',
        sql: `CREATE CATALOG pg WITH ('type' = 'jdbc', 'base-url' = 'jdbc:postgresql://db:5432', 'default-database' = 'shop');
          CREATE TABLE totals (a BIGINT, b STRING) WITH ('connector' = 'kafka', 'topic' = 'totals', 'properties.bootstrap.servers' = 'k:9092');
          INSERT INTO totals SELECT * FROM pg.shop.orders;`,
      },
    });
    expect(
      sqlOnly.added.map(({ from, to }) => [from.column, to.column]),
    ).toEqual([
      ['id', 'a'],
      ['who', 'b'],
    ]);
  });

  it('refuses a job that is not there', async () => {
    await expect(
      service({}).preview(caller, {
        ...change('SELECT 1, 2'),
        entityRef: 'datajob:default/none',
      }),
    ).rejects.toThrow(/There is no datajob:default\/none/);
  });

  it('says that a jar cannot be looked into', async () => {
    const preview = await service({}).preview(caller, {
      definition: { type: 'flink-jar', jar: 'file:/a.jar' },
    });
    expect(preview.problems[0].message).toContain('flink-jar');
  });
});
