/**
 * The playground of plugins/data-lineage as one static page: built with
 * esbuild, served by this process. For the bench of the explorer, and for
 * looking at the pages: `node scripts/bench/lineage/playground.mjs`.
 */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const PLUGIN = join(ROOT, 'plugins/data-lineage');
const require = createRequire(join(ROOT, 'package.json'));

const TYPES = {
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
};

const HTML = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Lineage</title>
<link rel="stylesheet" href="/index.css"></head>
<body><div id="root"></div><script type="module" src="/index.js"></script></body></html>`;

/** The bundle: file name to bytes. `metafile` tells which modules went where. */
export async function buildPlayground() {
  const { build } = require('esbuild');
  const replaced = {
    name: 'replaced',
    setup({ onResolve }) {
      onResolve({ filter: /\/createLayoutWorker$/ }, () => ({
        path: join(PLUGIN, 'dev/createLayoutWorker.ts'),
      }));
    },
  };
  const options = {
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    outdir: '/playground',
    target: 'es2022',
    jsx: 'automatic',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: {
      '.woff2': 'file',
      '.woff': 'file',
      '.ttf': 'file',
      '.svg': 'dataurl',
      '.png': 'dataurl',
    },
  };
  const [page, worker] = await Promise.all([
    build({
      ...options,
      entryPoints: { index: join(PLUGIN, 'dev/index.tsx') },
      format: 'esm',
      splitting: true,
      plugins: [replaced],
    }),
    build({
      ...options,
      entryPoints: { 'layout.worker': join(PLUGIN, 'src/layout.worker.ts') },
      format: 'iife',
    }),
  ]);
  const files = new Map();
  for (const { path, contents } of [
    ...page.outputFiles,
    ...worker.outputFiles,
  ]) {
    files.set(path.replace(/^\/playground/, ''), contents);
  }
  return { files, metafile: page.metafile };
}

/** Serves a bundle; resolves with its address and how to stop it. */
export async function servePlayground({ files }) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const file = files.get(path);
    if (!file && /\.\w+$/.test(path)) {
      response.writeHead(404).end();
      return;
    }
    const type = file ? TYPES[path.split('.').pop()] : 'text/html';
    response.writeHead(200, { 'content-type': `${type};charset=utf-8` });
    response.end(file ?? HTML);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise(done => server.close(done)),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await servePlayground(await buildPlayground());
  process.stdout.write(`${url}/lineage\n`);
}
