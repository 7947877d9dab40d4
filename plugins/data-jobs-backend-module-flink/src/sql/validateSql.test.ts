import { sqlJob } from '../__testUtils__/flinkDefinitions';
import { realFlink } from '../__testUtils__/flinkBench';

jest.setTimeout(120_000);

describe.each(['2.3.0', '1.20.3'] as const)('checks by Flink %s', version => {
  let flink: Awaited<ReturnType<typeof realFlink>>;
  const call = () => ({ signal: AbortSignal.timeout(60_000) });
  const check = (sql: string) => flink.engine.validate(sqlJob(sql), call());

  beforeAll(async () => {
    flink = await realFlink(version);
  });
  afterAll(() => flink?.dispose());

  const SOURCE = "CREATE TABLE s (a INT) WITH ('connector' = 'datagen');\n";
  const SINK = "CREATE TABLE k (a INT) WITH ('connector' = 'blackhole');\n";

  it('has nothing against a good script, and runs nothing of it', async () => {
    expect(
      await check(
        `${SOURCE}${SINK}SET 'parallelism.default' = '1';
         CREATE VIEW v AS SELECT a FROM s;
         BEGIN STATEMENT SET; INSERT INTO k SELECT a FROM v; INSERT INTO k SELECT 1; END;`,
      ),
    ).toEqual([]);
    const jobs = await fetch(`${flink.jobManager.url}/jobs/overview`);
    expect(JSON.stringify(await jobs.json())).not.toContain('insert-into');
  });

  it('says for each INSERT what is wrong with it, and where', async () => {
    expect(
      await check(
        `${SOURCE}${SINK}INSERT INTO k SELECT a FROM s;
INSERT INTO k
  SELECT b FROM s; INSERT INTO k SELECT a FROM nowhere`,
      ),
    ).toMatchObject([
      {
        statement: 4,
        line: 5,
        column: 10,
        message: expect.stringContaining("'b'"),
      },
      {
        statement: 5,
        line: 5,
        column: 48,
        message: "Object 'nowhere' not found",
      },
    ]);
  });

  it('finds syntax errors at their place in the whole script', async () => {
    expect(
      await check(
        `-- a note\n${SOURCE}  CREATE TABLE x (a INTEGERR) WITH ('a' = 'b'); INSERT INTO k SELECT 1`,
      ),
    ).toMatchObject([{ severity: 'error', statement: 2, line: 3 }]);
  });

  it('says which connectors there are', async () => {
    const [problem] = await check(
      `${SINK}CREATE TABLE p (a INT) WITH ('connector' = 'pulsar');\nINSERT INTO k SELECT a FROM p`,
    );
    expect(problem.message).toContain("'pulsar'");
    expect(problem.remedy).toContain('blackhole');
  });

  it('changes nothing outside of its session', async () => {
    const problems = await check(
      `CREATE CATALOG mine WITH ('type' = 'generic_in_memory');
       USE CATALOG mine; ${SOURCE}${SINK} DROP TABLE IF EXISTS gone;
       INSERT INTO k SELECT a FROM mine.\`default\`.s`,
    );
    expect(problems).toEqual([]);
  });

  it.each([
    [
      'deep',
      `INSERT INTO k SELECT ${'('.repeat(3_000)}a${')'.repeat(3_000)} FROM s`,
    ],
    ['long', `INSERT INTO k SELECT ${'1 + '.repeat(2_000)}1 FROM s`],
    ['control characters', 'INSERT INTO k SELECT \u0000 FROM s'],
    ['another cluster', "SET 'rest.address' = 'evil'; INSERT INTO k SELECT 1"],
  ])('does not reject a hostile script: %s', async (_, sql) => {
    const problems = await check(`${SOURCE}${SINK}${sql}`);
    for (const problem of problems) {
      expect(problem.message).toMatch(/\S/);
      expect(problem.message).not.toMatch(/\tat |org\.apache\.flink\.table/);
    }
    expect(Array.isArray(problems)).toBe(true);
  });
});
