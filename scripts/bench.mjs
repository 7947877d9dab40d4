// `yarn bench NAME`: figures, never tests. Each prints a table and writes artifacts/bench-NAME.json.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './bootstrap/install.mjs';
import { ensureNode } from './bootstrap/node.mjs';

const BENCHES = { jobs: './bench/jobs.mjs', lineage: './bench/lineage.mjs', start: './bench/start.mjs' };

const [name, ...args] = process.argv.slice(2);
if (!BENCHES[name]) {
  process.stderr.write(`✖ Unknown benchmark ${name ?? ''}.\n  There are: ${Object.keys(BENCHES).join(', ')}\n`);
  process.exit(2);
}
await ensureNode(fileURLToPath(import.meta.url));
await ensureInstalled();
const { bench } = await import(BENCHES[name]);
await bench(args);
process.exit(0);
