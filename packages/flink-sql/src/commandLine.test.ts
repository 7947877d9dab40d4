import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';

const SCRIPT = resolve(__dirname, '../../../scripts/flink-sql.mjs');

describe('npm run flink-sql', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flink-sql-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [SCRIPT, ...args],
      { cwd: folder, encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  }

  function file(name: string, text: string): string {
    writeFileSync(join(folder, name), text);
    return name;
  }

  const job = file(
    'job.sql',
    `CREATE TABLE s (x INT, y INT) WITH ('connector' = 'kafka', 'topic' = 'out');
INSERT INTO s SELECT CASE WHEN a > 0 THEN b END, SUM(b) FROM c.d.t GROUP BY a;
`,
  );
  const broken = file('broken.sql', 'INSERT INTO s SELECT * FROM;\n');

  it('lists column edges, one a line', () => {
    expect(run('lineage', job, '--format', 'edges')).toEqual({
      status: 0,
      stderr: '',
      stdout: [
        ['job.sql', '2', 'c.d.t', 'a', 's', '*', 'INDIRECT/GROUP_BY'],
        ['job.sql', '2', 'c.d.t', 'a', 's', 'x', 'INDIRECT/CONDITIONAL'],
        ['job.sql', '2', 'c.d.t', 'b', 's', 'x', 'DIRECT/TRANSFORMATION'],
        ['job.sql', '2', 'c.d.t', 'b', 's', 'y', 'DIRECT/AGGREGATION'],
      ]
        .map(parts =>
          parts
            .map(part =>
              part === 's' ? 'default_catalog.default_database.s' : part,
            )
            .join('\t'),
        )
        .map(line => `${line}\n`)
        .join(''),
    });
  });

  it('writes an OpenLineage JobEvent a line', () => {
    const { status, stdout } = run('lineage', job, job, '--format=json');
    const lines = stdout.trim().split('\n');
    expect([status, lines.length]).toEqual([0, 2]);
    const event = JSON.parse(lines[0]);
    expect(event.outputs[0]).toMatchObject({
      namespace: 'kafka',
      name: 'out',
      facets: { columnLineage: { fields: { y: {} } } },
    });
  });

  it('reads more tables from SQL and JSON', () => {
    const sql = file(
      'more.sql',
      "CREATE TABLE t (k INT, v INT) WITH ('connector' = 'print');",
    );
    const json = file(
      'more.json',
      '[{"name": "u", "columns": ["p", {"name": "q", "type": "INT"}]}]',
    );
    const copy = file('copy.sql', 'INSERT INTO t SELECT * FROM u');
    const { status, stdout } = run(
      ...['lineage', copy, '--catalog', sql, '--catalog', json],
    );
    expect([status, stdout]).toEqual([
      0,
      `copy.sql
  1 insert, line 1: u → t
      k  ←  u.p (identity)
      v  ←  u.q (identity)
`,
    ]);
  });

  it('tells problems with their places, and fails for errors', () => {
    const { status, stdout } = run('check', job, broken);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^broken\.sql:1:\d+: Expected /);
  });

  it('splits', () => {
    const { stdout } = run('split', job, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject([
      { index: 1, kind: 'create', line: 1 },
      { index: 2, kind: 'insert', line: 2, column: 1 },
    ]);
  });

  it('writes markdown for a pull request', () => {
    const { stdout } = run('lineage', job, '--format', 'markdown');
    expect(stdout).toContain('### Lineage of `job.sql`');
    expect(stdout).toContain('| `y` | `c.d.t.b (aggregation)` |');
  });

  it.each([
    [['paint', 'x.sql'], 'Unknown command paint.'],
    [['lineage'], 'No FILE.'],
    [['lineage', 'x.sql', '--format', 'png'], 'no format png'],
    [['check', 'absent.sql'], 'absent.sql cannot be read'],
  ])('answers %s with code 2', (args, message) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
