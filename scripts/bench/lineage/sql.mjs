import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { importPackage } from '../../bootstrap/runSources.mjs';
import { ROOT } from '../../bootstrap/paths.mjs';

const ROUNDS = 5;
const GOLDENS = join(ROOT, 'packages/flink-sql/src/__fixtures__/lineage');
const CORPUS = resolve(ROOT, '../shared/corpus/sql-columns.json');

/**
 * Parsing with column lineage: ours against sqlglot's (from PyPI, in a folder of its own),
 * on the same statements in the same run; then how ours grows with the script.
 */
export async function benchSql() {
  const { lineageOf } = await importPackage('flink-sql');
  const statements = readStatements();
  const theirs = sqlglotTimes(statements);
  // Both sides are warm: what counts is an editor's keystroke, not a start.
  for (let i = 0; i < 200; i++) for (const sql of statements) lineageOf(sql);
  const rows = statements
    .map((sql, i) => ({
      ours: bestOf(() => lineageOf(sql)),
      theirs: theirs.milliseconds?.[i] ?? null,
    }))
    .filter(row => !theirs.milliseconds || row.theirs !== null);
  const ours = mean(rows.map(row => row.ours));
  const result = {
    statements: statements.length,
    compared: rows.length,
    'ours ms a statement': ours,
    ...(theirs.milliseconds
      ? {
          [`sqlglot ${theirs.version} ms a statement`]: mean(
            rows.map(row => row.theirs),
          ),
          ratio: mean(rows.map(row => row.theirs)) / ours,
        }
      : { sqlglot: theirs.reason }),
    'ms for 15 lines': bestOf(() => lineageOf(FIFTEEN_LINES), 200),
    ...growth(lineageOf),
  };
  for (const [name, value] of Object.entries(result)) {
    process.stdout.write(
      `  ${name.padEnd(34)} ${
        typeof value === 'number' ? Number(value.toPrecision(3)) : value
      }\n`,
    );
  }
  return result;
}

/** Milliseconds per 100 KB for scripts of growing length: linear when they stay. */
function growth(lineageOf) {
  return Object.fromEntries(
    [128, 256, 512, 1024].map(kilobytes => {
      const script = FIFTEEN_LINES.repeat(
        Math.ceil((kilobytes * 1024) / FIFTEEN_LINES.length),
      );
      return [
        `ms per 100 KB of ${kilobytes} KB`,
        (bestOf(() => lineageOf(script), 2) * 100 * 1024) / script.length,
      ];
    }),
  );
}

/** The generic corpus where it is, else what the goldens insert without definitions. */
function readStatements() {
  if (existsSync(CORPUS))
    return JSON.parse(readFileSync(CORPUS, 'utf8')).map(({ sql }) => sql);
  return readdirSync(GOLDENS, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.sql'))
    .flatMap(file => readFileSync(join(GOLDENS, file), 'utf8').split(/;\s*\n/))
    .filter(sql => /^\s*INSERT INTO/i.test(sql));
}

function bestOf(run, rounds = ROUNDS) {
  let best = Infinity;
  for (let i = 0; i < rounds; i++) {
    const started = performance.now();
    run();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** sqlglot in a virtual environment that lives as long as this. */
function sqlglotTimes(statements) {
  const folder = mkdtempSync(join(tmpdir(), 'datalark-sqlglot-'));
  try {
    const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');
    const steps = [
      ['python3', ['-m', 'venv', folder]],
      [
        join(bin, 'python'),
        [
          '-m',
          'pip',
          'install',
          '--quiet',
          '--disable-pip-version-check',
          'sqlglot',
        ],
      ],
    ];
    for (const [command, args] of steps) {
      const { status, error, stderr } = spawnSync(command, args, {
        encoding: 'utf8',
      });
      if (status !== 0)
        return {
          reason: `not measured: ${
            error?.message ?? stderr.trim().split('\n').at(-1)
          }`,
        };
    }
    const script = join(ROOT, 'scripts/bench/lineage/sqlglotLineage.py');
    const run = spawnSync(join(bin, 'python'), [script], {
      input: JSON.stringify(statements),
      encoding: 'utf8',
    });
    return run.status === 0
      ? JSON.parse(run.stdout)
      : { reason: `not measured: ${run.stderr.trim().split('\n').at(-1)}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FIFTEEN_LINES = `CREATE TABLE orders (id BIGINT, uid BIGINT, amount DECIMAL(10, 2), ts TIMESTAMP(3),
  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) WITH ('connector' = 'kafka', 'topic' = 'orders');
CREATE TABLE users (uid BIGINT, name STRING, city STRING) WITH ('connector' = 'jdbc');
CREATE TABLE sink (city STRING, w TIMESTAMP(3), total DECIMAL(10, 2), n BIGINT) WITH ('connector' = 'print');
INSERT INTO sink
WITH big AS (SELECT * FROM orders WHERE amount > 10)
SELECT u.city, window_start,
  SUM(CASE WHEN b.amount > 100 THEN b.amount ELSE 0 END) AS total,
  COUNT(*)
FROM TABLE(TUMBLE(TABLE big, DESCRIPTOR(ts), INTERVAL '10' MINUTES)) AS b
JOIN users AS u
  ON u.uid = b.uid
WHERE u.name <> ''
GROUP BY u.city, window_start, window_end
HAVING COUNT(*) > 1;
`;
