import { resolve } from 'node:path';
import { TEMPLATES, documents } from '../__testUtils__/exampleFiles';
import { DryRun, startScaffolder } from '../__testUtils__/startScaffolder';

jest.setTimeout(60_000);

const template = (name: string) =>
  documents(resolve(TEMPLATES, name, 'template.yaml'))[0];
const basics = {
  name: 'my-job',
  owner: 'group:default/data-platform',
  system: 'system:default/shop',
  parallelism: 1,
  checkpointInterval: '1 min',
};
const flink = { ...basics, engine: 'local-flink' };
const text = ({ body }: DryRun, title: string) =>
  body.output?.text?.find(each => each.title === title)?.content;
const files = ({ body }: DryRun) =>
  Object.fromEntries(
    (body.directoryContents ?? []).map(({ path, base64Content }) => [
      path,
      Buffer.from(base64Content, 'base64').toString('utf8'),
    ]),
  );

describe('a dry run of the templates', () => {
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    scaffolder = await startScaffolder();
  });

  it('shows the job of SQL by hand, and registers nothing', async () => {
    const run = await scaffolder.dryRun(template('flink-sql-pipeline'), {
      ...flink,
      ownership: 'portal',
      mode: 'sql',
      processing: 'streaming',
      sql: "CREATE TEMPORARY TABLE t (a INT) WITH ('connector' = 'print', 'x' = '${X}');\nINSERT INTO t VALUES (1);",
    });
    expect(run.body.error).toBeUndefined();
    expect(run.status).toBe(200);
    expect(scaffolder.registered).toEqual([]);
    expect(text(run, 'What happened')).toBe('A dry run deploys nothing.');
    expect(text(run, 'The job')).toContain("'x' = '${X}'");
    expect(text(run, 'The job')).toContain('system: system:default/shop');
  });

  it('writes the SQL between two datasets', async () => {
    const run = await scaffolder.dryRun(template('flink-sql-pipeline'), {
      ...flink,
      ownership: 'git',
      mode: 'datasets',
      sourceDataset: { ref: 'dataset:default/orders-topic' },
      sinkDataset: { ref: 'dataset:default/large-orders' },
      select: '*',
      where: 'amount > 100',
    });
    expect(run.body.error).toBeUndefined();
    const written = files(run);
    expect(Object.keys(written).sort()).toEqual([
      'my-job/README.md',
      'my-job/catalog-info.yaml',
      'my-job/job.sql',
    ]);
    expect(written['my-job/job.sql']).toContain('WHERE amount > 100;');
    expect(written['my-job/job.sql']).toContain(
      "'password' = '${secret:warehouse-postgres}'",
    );
    expect(written['my-job/catalog-info.yaml']).toContain('$text: ./job.sql');
    expect(written['my-job/catalog-info.yaml']).toContain(
      'table.exec.sink.upsert-materialize: NONE',
    );
    expect(text(run, 'Files for Git')).toContain('**job.sql**');
    expect(text(run, 'Lineage')).toContain(
      '| shop.orders `amount` | warehouse.public.large\\_orders (all rows) | FILTER |',
    );
  });

  it('takes the side of the chosen mode only', async () => {
    const run = await scaffolder.dryRun(template('flink-sql-pipeline'), {
      ...flink,
      ownership: 'portal',
      mode: 'connectors',
      sourceDataset: { ref: 'dataset:default/left-from-before' },
      sourceConnector: {
        connector: 'datagen',
        options: { 'rows-per-second': 5 },
        columns: [{ name: 'id', type: 'BIGINT' }],
      },
      sinkConnector: { connector: 'print', options: {} },
      select: '*',
    });
    expect(run.body.error).toBeUndefined();
    expect(text(run, 'The job')).toContain("'connector' = 'datagen'");
    expect(text(run, 'The job')).toContain('processing: streaming');
  });

  it('says which dataset is not there', async () => {
    const run = await scaffolder.dryRun(template('flink-sql-pipeline'), {
      ...flink,
      ownership: 'portal',
      mode: 'datasets',
      sourceDataset: { ref: 'dataset:default/nothing' },
      sinkDataset: { ref: 'dataset:default/large-orders' },
    });
    expect(run.status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(run.body)).toContain(
      'There is no dataset:default/nothing in the catalog',
    );
  });

  it('writes the files of a SeaTunnel job', async () => {
    const run = await scaffolder.dryRun(template('seatunnel-sync'), {
      ...basics,
      engine: 'local-seatunnel',
      ownership: 'git',
      processing: 'batch',
      source: {
        plugin: 'FakeSource',
        options: { 'row.num': 5, schema: { fields: { id: 'bigint' } } },
      },
      transforms: [],
      sink: { plugin: 'Console', options: {} },
    });
    expect(run.body.error).toBeUndefined();
    expect(files(run)['my-job/job.conf']).toContain('FakeSource');
    expect(files(run)['my-job/catalog-info.yaml']).toContain(
      '$text: ./job.conf',
    );
  });

  it('shows a jar job without what nobody filled in', async () => {
    const run = await scaffolder.dryRun(template('flink-jar-job'), {
      ...flink,
      ownership: 'portal',
      processing: 'streaming',
      upgradeMode: 'savepoint',
      jar: `uploaded:${'0a'.repeat(32)}`,
      args: [],
    });
    expect(run.body.error).toBeUndefined();
    expect(text(run, 'The job')).toContain('jar: uploaded:0a0a');
    expect(text(run, 'The job')).not.toContain('mainClass');
    expect(text(run, 'The job')).not.toContain('args');
  });
});

it('ends with what the engine says is wrong', async () => {
  const scaffolder = await startScaffolder([
    {
      severity: 'error',
      message: 'Unknown table "x".',
      remedy: 'Create it first.',
      field: 'definition.sql',
      line: 2,
    },
  ]);
  const run = await scaffolder.dryRun(template('flink-sql-pipeline'), {
    ...flink,
    ownership: 'portal',
    mode: 'sql',
    sql: 'INSERT INTO x VALUES (1);',
  });
  expect(JSON.stringify(run.body)).toContain(
    'Nothing was created. definition.sql, line 2: Unknown table \\"x\\". Create it first.',
  );
});
