// `npm start`: everything from a fresh clone to a running portal, with plain Node.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './bootstrap/install.mjs';
import { ensureNode } from './bootstrap/node.mjs';
import { readOptions } from './bootstrap/options.mjs';

const options = readOptions(process.argv.slice(2));
await ensureNode(fileURLToPath(import.meta.url));
await ensureInstalled();
const { ensureAppBuilt } = await import('./bootstrap/buildApp.mjs');
const { runPortal } = await import('./bootstrap/portal.mjs');
await runPortal(options, ensureAppBuilt);
