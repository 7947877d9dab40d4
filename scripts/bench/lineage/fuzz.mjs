import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importPackage, importSource } from '../../bootstrap/runSources.mjs';
import { ROOT } from '../../bootstrap/paths.mjs';

const INPUTS = Number(process.env.DATALARK_FUZZ_INPUTS ?? 1_000_000);
const SEED = Number(process.env.DATALARK_FUZZ_SEED ?? 1);
/** Small inputs count as this much: a start costs something whatever the length. */
const LEAST_KB = 1;

/**
 * Mutated inputs for every language package: none may throw, and none may take
 * long. `DATALARK_FUZZ_INPUTS` (default a million for each) and `DATALARK_FUZZ_SEED`.
 */
export async function benchFuzz() {
  const { dice, mutateSql } = await importSource('packages/flink-sql/src/__testUtils__/mutateSql.ts');
  const { lineageOf, checkScript } = await importPackage('flink-sql');
  const { readJobConfig, lineageOfJob } = await importPackage('seatunnel-config');
  const { readEvent, lineageOfEvent } = await importPackage('openlineage');
  const { runEvent, datasetEvent } = await importSource('packages/openlineage/src/__testUtils__/events.ts');

  const text = texts => roll => mutateSql(texts, roll);
  const events = [runEvent(), datasetEvent()];
  const subjects = {
    'flink-sql': [
      text(textsBelow('packages/flink-sql/src/__fixtures__', '.sql')),
      script => {
        checkScript(script);
        lineageOf(script);
      },
    ],
    'seatunnel-config': [
      text(textsBelow('packages/seatunnel-config/src/__fixtures__/lineage', '.conf')),
      config => {
        const { config: job } = readJobConfig(config);
        if (job) lineageOfJob(job);
      },
    ],
    openlineage: [
      roll => mutateValue(structuredClone(events[roll(events.length)]), roll),
      value => {
        const { event } = readEvent(value);
        if (event) lineageOfEvent(event);
      },
    ],
  };
  const figures = {};
  for (const [name, [make, run]] of Object.entries(subjects)) {
    figures[name] = fuzz(make, run, dice(SEED));
    process.stdout.write(`  ${name.padEnd(18)} ${JSON.stringify(figures[name])}\n`);
  }
  return figures;
}

function fuzz(make, run, roll) {
  let threw = 0;
  let worst = 0;
  let first;
  for (let i = 0; i < INPUTS; i++) {
    const input = make(roll);
    const cost = () => {
      const began = process.cpuUsage();
      try {
        run(input);
      } catch (error) {
        threw++;
        first ??= { input: typeof input === 'string' ? input : JSON.stringify(input), error: String(error.stack) };
      }
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1000;
    };
    const began = performance.now();
    const spent = cost();
    if (performance.now() - began < 10 && spent < 10) continue;
    const kb = Math.max(LEAST_KB, (typeof input === 'string' ? input.length : JSON.stringify(input).length) / 1024);
    // Slow twice is slow; once may be the collector.
    const per100 = (Math.min(spent, cost()) / kb) * 100;
    if (kb >= 100) worst = Math.max(worst, per100);
    else worst = Math.max(worst, Math.min(spent, cost()));
  }
  return { inputs: INPUTS, threw, 'slowest, ms': Number(worst.toFixed(1)), ...(first && { first }) };
}

function textsBelow(folder, ending) {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .filter(name => name.endsWith(ending))
    .map(name => readFileSync(join(ROOT, folder, name), 'utf8'));
}

const JUNK = [null, true, 0, -1, 1e308, '', '\0', '\uD800', '__proto__', [], {}, [[]], 'x'.repeat(5000), '2026-13-45'];

/** Puts junk at a few places of a JSON value, takes parts away, and doubles others. */
function mutateValue(value, roll) {
  for (let count = 1 + roll(3); count > 0; count--) {
    let holder = value;
    for (;;) {
      const keys = Object.keys(holder);
      if (!keys.length) break;
      const key = keys[roll(keys.length)];
      const inner = holder[key];
      if (inner && typeof inner === 'object' && roll(4)) {
        holder = inner;
        continue;
      }
      switch (roll(4)) {
        case 0:
          delete holder[key];
          break;
        case 1:
          holder[`${key}${roll(9)}`] = inner;
          break;
        case 2:
          holder[key] = [inner, inner];
          break;
        default:
          holder[key] = structuredClone(JUNK[roll(JUNK.length)]);
      }
      break;
    }
  }
  return value;
}
