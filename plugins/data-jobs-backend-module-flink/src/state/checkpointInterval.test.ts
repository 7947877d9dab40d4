import { checkpointInterval } from './checkpointInterval';

const KEY = 'execution.checkpointing.interval';
const INSERT = 'INSERT INTO sink SELECT * FROM orders;';

describe('checkpointInterval', () => {
  const ask = (
    sql: string | undefined,
    configuration: Record<string, string | number> = {},
    cluster: Record<string, string> = { [KEY]: '5s' },
  ) =>
    checkpointInterval(
      {
        type: sql === undefined ? 'flink-jar' : 'flink-sql',
        definition: (sql === undefined ? { jar: 'a.jar' } : { sql }) as any,
        processing: 'streaming',
        configuration,
      },
      async () => cluster,
    );

  it('is what the script sets, else the job, else the cluster', async () => {
    const script = `SET '${KEY}' = '10 min'; ${INSERT}`;
    expect(await ask(script, { [KEY]: '1 min' })).toBe(600_000);
    expect(await ask(INSERT, { [KEY]: '1 min' })).toBe(60_000);
    expect(await ask(INSERT)).toBe(5_000);
  });

  it.each([
    [`SET ${KEY} = 30s;`, 30_000],
    [`set '${KEY}' = '2 h'; SET '${KEY}' = '1500';`, 1_500],
    [`SET '${KEY}' = '1 d'; RESET '${KEY}';`, 5_000],
    [`SET '${KEY}' = '1 d'; RESET;`, 5_000],
    [`-- SET '${KEY}' = '1 d';\n`, 5_000],
    [`SET '${KEY}' = 'now and then';`, undefined],
  ])('reads %s', async (sql, expected) => {
    expect(await ask(`${sql} ${INSERT}`)).toBe(expected);
  });

  it('is never, where nobody asks for checkpoints', async () => {
    expect(await ask(INSERT, {}, {})).toBe(0);
  });

  it('is not known of a program, which may set it by itself', async () => {
    expect(await ask(undefined)).toBeUndefined();
    expect(await ask(undefined, { [KEY]: 2_000 })).toBe(2_000);
  });
});
