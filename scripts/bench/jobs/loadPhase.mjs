import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile, startBenchPortal } from './benchPortal.mjs';
import { startFakeFlink } from './fakeFlink.mjs';
import { startFakeZeta } from './fakeZeta.mjs';
import { engineJobId, jobName, seedJobs } from './seedJobs.mjs';

const SETTLE_MS = 40_000;
const WINDOW_MS = 60_000;
/** As often as the page asks. */
const VIEWER_MS = 3_000;
const LIST = 'data-jobs/jobs?limit=20';

/** `jobs` that run and `viewers` with the page open: calls to the engines, time until a change shows, memory. */
export async function loadPhase({ home, port, jobs, viewers, changes }) {
  const [flink, zeta] = await Promise.all([startFakeFlink(Math.ceil(jobs / 2)), startFakeZeta(Math.floor(jobs / 2))]);
  const portal = await withSeed({ home, port, live: jobs, total: jobs, flink, zeta });
  const stop = new AbortController();
  try {
    await untilSeen(portal);
    const looking = Array.from({ length: viewers }, (_, i) => viewer(portal, (i * VIEWER_MS) / viewers, stop.signal));
    await pause(SETTLE_MS);
    const before = [flink.calls, zeta.calls];
    const began = Date.now();
    const seen = changes ? await measureChanges(portal, { flink, zeta, jobs, changes }) : [];
    await pause(Math.max(0, WINDOW_MS - (Date.now() - began)));
    const minutes = (Date.now() - began) / 60_000;
    const calls = { flink: (flink.calls - before[0]) / minutes, zeta: (zeta.calls - before[1]) / minutes };
    stop.abort();
    const asked = (await Promise.all(looking)).flat();
    await pause(2_000);
    const memory = await portal.memory();
    return { jobs, viewers, calls, changesMs: seen, listMs: { p50: quantile(asked, 0.5), p95: quantile(asked, 0.95) }, heapMb: memory.heapUsed / 1e6, rssMb: memory.rss / 1e6 };
  } finally {
    stop.abort();
    await portal.stop();
    await Promise.all([flink.stop(), zeta.stop()]);
  }
}

/** A portal with seeded jobs on SQLite below `home`, or on the PostgreSQL that is given. */
export async function withSeed({ home, port, postgres, live, total, origin, flink, zeta }) {
  const directory = join(home, 'db');
  mkdirSync(directory, { recursive: true });
  const connection = postgres
    ? { client: 'pg', connection: { ...postgres, database: 'backstage_plugin_data-jobs' } }
    : { client: 'better-sqlite3', useNullAsDefault: true, connection: { filename: join(directory, 'data-jobs.sqlite') } };
  await seedJobs(connection, { live, total, origin });
  return startBenchPortal({
    home,
    port,
    database: postgres ? { client: 'pg', connection: postgres } : { client: 'better-sqlite3', connection: { directory } },
    engines: {
      flink: { type: 'flink-session', jobManagerUrl: flink.url },
      zeta: { type: 'seatunnel-zeta', url: zeta.url, restApi: 'v2' },
    },
  });
}

async function untilSeen(portal) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const engines = (await portal.api('data-jobs/engines')).items;
    if (engines.every(one => one.reachable === 'yes')) return;
    if (Date.now() > deadline) throw new Error(`Engines were not seen: ${JSON.stringify(engines)}`);
    await pause(500);
  }
}

async function viewer(portal, offsetMs, signal) {
  const took = [];
  await pause(offsetMs);
  while (!signal.aborted) {
    const began = performance.now();
    await portal.api(LIST).catch(() => undefined);
    took.push(performance.now() - began);
    await pause(Math.max(0, VIEWER_MS - (performance.now() - began)));
  }
  return took;
}

// One job after another fails on its engine; the API is asked until it says so.
async function measureChanges(portal, { flink, zeta, jobs, changes }) {
  const times = [];
  for (let i = 0; i < changes; i += 1) {
    const index = Math.floor((i * jobs) / changes);
    await pause(Math.random() * 1_000);
    (index % 2 ? zeta : flink).setState(engineJobId(index), 'FAILED');
    const began = performance.now();
    while (performance.now() - began < 30_000) {
      const job = await portal.api(`data-jobs/jobs/default/${jobName(index)}`);
      if (job.deployments[0].observation.state === 'failed') break;
      await pause(25);
    }
    times.push(performance.now() - began);
  }
  return times;
}
