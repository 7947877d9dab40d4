import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../bootstrap/paths.mjs';

/** Each resolves with its figures by name; `fuzz` runs only when it is named. */
const PARTS = {
  sql: async () => (await import('./lineage/sql.mjs')).benchSql(),
  ingest: async () => (await import('./lineage/ingest.mjs')).benchIngest(),
  graph: async () => (await import('./lineage/graph.mjs')).benchGraph(),
  fuzz: async () => (await import('./lineage/fuzz.mjs')).benchFuzz(),
  explorer: async () => (await import('./lineage/explorer.mjs')).benchExplorer(),
};

/** Lineage's figures; `--only sql,ingest,graph,explorer,fuzz` leaves out the other parts. */
export async function bench(args) {
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1]?.split(',') ?? [] : Object.keys(PARTS).filter(name => name !== 'fuzz');
  const unknown = only.filter(name => !PARTS[name]);
  if (unknown.length || only.length === 0) {
    process.stderr.write(`✖ Unknown part ${unknown.join(', ')}.\n  There are: ${Object.keys(PARTS).join(', ')}\n`);
    process.exit(2);
  }
  const results = {};
  for (const name of only) {
    process.stdout.write(`\n── ${name}\n`);
    results[name] = await PARTS[name]();
  }
  mkdirSync(join(ROOT, 'artifacts'), { recursive: true });
  writeFileSync(join(ROOT, 'artifacts/bench-lineage.json'), JSON.stringify(results, null, 2));
}
