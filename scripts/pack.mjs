// `npm run pack`: every publishable package as a tarball in dist/packages; `-- --into APP` makes a Backstage app use them.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './bootstrap/install.mjs';
import { ensureNode } from './bootstrap/node.mjs';

await ensureNode(fileURLToPath(import.meta.url));
await ensureInstalled();
const { packAll } = await import('./pack/packAll.mjs');
process.exit(await packAll(process.argv.slice(2)));
