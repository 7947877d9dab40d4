import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJobConfig } from '../read/readJobConfig';
import { edgeRows } from './edgeRows';
import { jobEventParts } from './jobEventParts';
import { lineageOfJob } from './lineageOfJob';

const FOLDER = join(__dirname, '../__fixtures__/lineage');
const SEEDS = readdirSync(FOLDER)
  .filter(name => !name.endsWith('.lineage.json'))
  .map(name => readFileSync(join(FOLDER, name), 'utf8'));

/** For more: `FUZZ_RUNS=100000 FUZZ_SEED=7 yarn test lineageFuzz`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 800);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

const SPICE = [
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '"',
  "'",
  '"""',
  '`',
  '\\',
  ',',
  '=',
  ':',
  '\n',
  '\0',
  '${',
  '}',
  '${table_name}',
  '#',
  '//',
  'plugin_input = ',
  'plugin_output = ',
  'select ',
  ' from ',
  ' case when ',
  ' end ',
  '*',
  '.',
  'lateral view explode(',
  'null',
  '[]',
  '{}',
  '0',
  '-1',
  '1e999',
  'true',
  '__proto__',
  'constructor',
  '\uD800',
  '表',
  '(a+)+$',
  'table_match_regex = ',
];

/** A generator of numbers that gives the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 2 ** 32;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mutated(text: string, next: () => number): string {
  let result = text;
  const times = 1 + Math.floor(next() * 6);
  for (let i = 0; i < times; i += 1) {
    const at = Math.floor(next() * (result.length + 1));
    const length = Math.floor(next() * 12);
    const other = SEEDS[Math.floor(next() * SEEDS.length)];
    const from = Math.floor(next() * other.length);
    const inserts = [
      SPICE[Math.floor(next() * SPICE.length)],
      '',
      other.slice(from, from + Math.floor(next() * 80)),
      result.slice(at, at + length).repeat(3),
    ];
    result =
      result.slice(0, at) +
      inserts[Math.floor(next() * inserts.length)] +
      result.slice(at + length);
  }
  return result;
}

function read(text: string): number {
  const { config, problems, positions } = readJobConfig(text);
  if (!config) return problems.length;
  const lineage = lineageOfJob(config, { positions });
  const nameOf = ({ system, path }: { system: string; path: string[] }) =>
    `${system}/${path.join('.')}`;
  edgeRows(lineage, nameOf);
  jobEventParts(lineage, address => ({
    namespace: address.system,
    name: address.path.join('.'),
  }));
  return lineage.columnEdges.length;
}

describe('lineage of damaged jobs', () => {
  it(`survives ${RUNS} of them`, () => {
    const next = numbersFrom(SEED);
    for (let run = 0; run < RUNS; run += 1) {
      const text = mutated(SEEDS[run % SEEDS.length], next);
      expect(() => read(text)).not.toThrow();
    }
  });

  const fields = (count: number) =>
    Array.from({ length: count }, (_, i) => `c${i} = int`).join('\n');
  const many = (count: number, block: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => block(i)).join('\n');

  it.each([
    [
      'columns copied',
      `source { FakeSource { schema { fields { ${fields(5_000)} } } } }
      transform { Copy { fields { ${many(
        5_000,
        i => `d${i} = c${i}`,
      )} } } } sink { Console {} }`,
    ],
    [
      'columns into sinks',
      `source { FakeSource { plugin_output = a, schema { fields { ${fields(
        5_000,
      )} } } } }
      sink { ${many(200, () => 'Console { plugin_input = a }')} }`,
    ],
    [
      'a long chain, last first',
      `source { FakeSource { plugin_output = t0, schema { fields { a = int } } } }
      transform { ${many(
        3_000,
        i =>
          `Copy { plugin_input = t${2999 - i}, plugin_output = t${
            3_000 - i
          }, fields { b = a } }`,
      )} }
      sink { Console { plugin_input = t3000 } }`,
    ],
    [
      'tables that double',
      `source { FakeSource { plugin_output = a0 } FakeSource { plugin_output = b0 } }
      transform { ${many(
        60,
        i => `Copy { plugin_input = [a${i}, b${i}], plugin_output = a${i + 1} }
      Copy { plugin_input = [a${i}, b${i}], plugin_output = b${i + 1} }`,
      )} }
      sink { Console { plugin_input = a60 } }`.replace(
        '} FakeSource',
        '}\n FakeSource',
      ),
    ],
    [
      'a deep expression',
      `source { FakeSource { plugin_output = a, schema { fields { c = int } } } }
      transform { Sql { plugin_output = b, query = "select ${'('.repeat(
        200_000,
      )}c${')'.repeat(200_000)} as d from a" } } sink { Console {} }`,
    ],
    [
      'an expression that grows',
      `source { FakeSource { plugin_output = t0, schema { fields { ${fields(
        200,
      )} } } } }
      transform { ${many(
        200,
        i =>
          `Sql { plugin_input = t${i}, plugin_output = t${
            i + 1
          }, query = "select ${many(
            100,
            k => `c${k} + c${(k * 7 + 1) % 100} as c${k}`,
          ).replace(/\n/g, ', ')} from t${i}" }`,
      )} }
      sink { Console { plugin_input = t200 } }`,
    ],
    [
      'sinks without a name to read',
      `source { FakeSource { plugin_output = a } }
      sink { ${many(5_000, i => `Console { plugin_input = x${i} }`)} }`,
    ],
    [
      'a pattern that could take for ever',
      `source { FakeSource { plugin_output = a, schema { table = "${'a'.repeat(
        200,
      )}", fields { c = int } } } }
      transform { Copy { table_match_regex = "(a+)+$b", fields { d = c } } } sink { Console {} }`,
    ],
  ])('%s: an answer', (_, text) => {
    expect(() => read(text)).not.toThrow();
  });
});
