// `npm run dev`: the same as `npm start`, reloading page and back end on change.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './bootstrap/install.mjs';
import { ensureNode } from './bootstrap/node.mjs';
import { readOptions } from './bootstrap/options.mjs';

const options = readOptions(process.argv.slice(2));
await ensureNode(fileURLToPath(import.meta.url));
await ensureInstalled();
const { runPortal } = await import('./bootstrap/portal.mjs');
await runPortal({ ...options, watch: true }, async () => {});
