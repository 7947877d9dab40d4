// `npm test`: every layer of tests, from a fresh clone. See CONTRIBUTING.md.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './bootstrap/install.mjs';
import { ensureNode } from './bootstrap/node.mjs';

await ensureNode(fileURLToPath(import.meta.url));
await ensureInstalled();
const { runTests } = await import('./test/runTests.mjs');
process.exit(await runTests(process.argv.slice(2)));
