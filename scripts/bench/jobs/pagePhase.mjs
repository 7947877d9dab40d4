import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../../bootstrap/paths.mjs';
import { quantile } from './benchPortal.mjs';
import { startFakeFlink } from './fakeFlink.mjs';
import { startFakeZeta } from './fakeZeta.mjs';
import { withSeed } from './loadPhase.mjs';
import { jobName } from './seedJobs.mjs';

const app = createRequire(join(ROOT, 'packages/app/package.json'));
const ROUNDS = 7;

/** Time from the address of a job to its state and its verbs on the page, with a warm cache. */
export async function pagePhase({ home, port }) {
  const [flink, zeta] = await Promise.all([startFakeFlink(5), startFakeZeta(5)]);
  const portal = await withSeed({ home, port, live: 10, total: 10, origin: 'portal', flink, zeta });
  const { chromium: driver } = app('playwright-core');
  const { default: chromium } = await import(app.resolve('@sparticuz/chromium'));
  const browser = await driver.launch({
    executablePath: process.env.DATALARK_CHROMIUM ?? (await chromium.executablePath()),
    args: [...chromium.args.filter(arg => !/^--(headless|single-process|no-zygote)/.test(arg)), '--no-sandbox'],
    headless: true,
  });
  try {
    await untilInCatalog(portal);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(portal.baseUrl);
    await page.getByRole('button', { name: /enter/i }).first().click();
    await page.getByRole('link', { name: 'Data jobs' }).first().waitFor();
    const took = [];
    for (let i = 0; i <= ROUNDS; i += 1) {
      const began = performance.now();
      await page.goto(`${portal.baseUrl}/catalog/default/datajob/${jobName(0)}/job`);
      await page.getByRole('button', { name: 'Suspend' }).first().waitFor();
      await page.getByText('Running').first().waitFor();
      // The first one fills the caches.
      if (i > 0) took.push(performance.now() - began);
    }
    const list = [];
    for (let i = 0; i <= ROUNDS; i += 1) {
      const began = performance.now();
      await page.goto(`${portal.baseUrl}/data-jobs`);
      await page.getByRole('row', { name: /Bench job 9/ }).waitFor();
      if (i > 0) list.push(performance.now() - began);
    }
    return { jobMs: quantile(took, 0.5), jobWorstMs: Math.max(...took), listMs: quantile(list, 0.5) };
  } finally {
    await browser.close();
    await portal.stop();
    await Promise.all([flink.stop(), zeta.stop()]);
  }
}

async function untilInCatalog(portal) {
  const deadline = Date.now() + 90_000;
  for (;;) {
    const found = await portal.api(`catalog/entities/by-name/datajob/default/${jobName(0)}`).catch(() => undefined);
    if (found) return;
    if (Date.now() > deadline) throw new Error('The jobs did not appear in the catalog.');
    await pause(500);
  }
}
