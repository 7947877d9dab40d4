/**
 * The explorer with 10,000 nodes in headless Chromium: time to the first paint
 * of the whole picture, frames per second while panning, weight of its chunks.
 */
import { fileURLToPath } from 'node:url';
import { explorerWeight } from './explorerWeight.mjs';
import { openChromium } from './openChromium.mjs';
import { buildPlayground, servePlayground } from './playground.mjs';

// Some are not downstream of the first: 10,000 and more are shown.
const NODES = 12_400;
const ROOT_ID = 'dataset:kafka%3A%2F%2Fcluster%3A9000:db0.table_0';
const VIEW = new URLSearchParams({
  nodes: String(NODES),
  node: ROOT_ID,
  depth: '40',
  limit: '20000',
}).toString();

/**
 * Resolves with what was measured: `load` and `open` in milliseconds (page
 * from nothing; picture in a page that is there already), frames per second of
 * a pan of three seconds seen from far away and from near, and the gzipped
 * kilobytes that the explorer adds to the entry of the plugin.
 */
export async function benchExplorer() {
  const bundle = await buildPlayground();
  const served = await servePlayground(bundle);
  const browser = await openChromium();
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
    });
    await page.goto(`${served.url}/lineage?nodes=${NODES}`);
    await page.locator('main li button').first().waitFor();
    const open = await openPicture(page);
    const far = await pan(page);
    await zoomIn(page);
    const near = await pan(page);
    const loaded = Date.now();
    await page.goto(`${served.url}/lineage?${VIEW}`);
    await painted(page);
    const nodes = Number(
      (await page.locator('[data-view]').getAttribute('aria-label')).match(
        /\d+/,
      )[0],
    );
    const load = Date.now() - loaded;
    const weight = explorerWeight(bundle);
    const figures = { nodes, load, open, far, near, ...weight };
    report(figures);
    return figures;
  } finally {
    await browser.close();
    await served.close();
  }
}

function report({ nodes, load, open, far, near, explorerGzipKb }) {
  const lines = [
    [`first paint of ${nodes} nodes`, `${Math.round(open)} ms`, '≤ 1000 ms'],
    ['the same with the page from nothing', `${load} ms`, ''],
    ['pan, far view', `${far.fps.toFixed(1)} frames/s`, '≥ 50'],
    ['pan, near view', `${near.fps.toFixed(1)} frames/s`, ''],
    ['explorer, gzipped', `${explorerGzipKb.toFixed(1)} KB`, '≤ 150 KB'],
  ];
  for (const [what, figure, goal] of lines) {
    process.stdout.write(
      `${what.padEnd(40)} ${figure.padStart(16)}  ${goal}\n`,
    );
  }
}

const painted = page =>
  page.waitForFunction(() => document.querySelector('canvas[data-painted]'));

/** From the change of the address to the frame that shows the picture; milliseconds. */
function openPicture(page) {
  return page.evaluate(
    view =>
      new Promise(resolve => {
        const began = performance.now();
        window.history.pushState({}, '', `/lineage?${view}`);
        window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
        const look = () => {
          if (!document.querySelector('canvas[data-painted]')) {
            requestAnimationFrame(look);
            return;
          }
          // The next frame begins once this one is on the screen.
          requestAnimationFrame(() => resolve(performance.now() - began));
        };
        look();
      }),
    VIEW,
  );
}

/** Drags the picture about for three seconds; frames per second and the 95th percentile of a frame in milliseconds. */
async function pan(page) {
  const box = await page.locator('[data-view]').boundingBox();
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.evaluate(() => {
    window.frameTimes = [];
    let last = performance.now();
    const count = now => {
      window.frameTimes.push(now - last);
      last = now;
      window.frameCount = requestAnimationFrame(count);
    };
    window.frameCount = requestAnimationFrame(count);
  });
  await page.mouse.move(centre.x, centre.y);
  await page.mouse.down();
  const began = Date.now();
  for (let step = 0; Date.now() - began < 3_000; step++) {
    await page.mouse.move(
      centre.x + 220 * Math.sin(step / 20),
      centre.y + 140 * Math.sin(step / 31),
    );
  }
  await page.mouse.up();
  const times = await page.evaluate(() => {
    cancelAnimationFrame(window.frameCount);
    return window.frameTimes.slice(1);
  });
  const sum = times.reduce((a, b) => a + b, 0);
  const sorted = [...times].sort((a, b) => a - b);
  return {
    fps: (1000 * times.length) / sum,
    p95: sorted[Math.floor(sorted.length * 0.95)],
  };
}

/** Until names can be read: the near view. */
async function zoomIn(page) {
  for (let i = 0; i < 40; i++) {
    if (await page.locator('[data-view=near]').count()) break;
    await page.mouse.wheel(0, -400);
    await page.waitForTimeout(50);
  }
  await page.locator('.react-flow__node').first().waitFor();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await benchExplorer();
}
