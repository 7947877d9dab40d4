import { quantile } from './benchPortal.mjs';
import { startFakeFlink } from './fakeFlink.mjs';
import { startFakeZeta } from './fakeZeta.mjs';
import { withSeed } from './loadPhase.mjs';

const ROUNDS = 20;
const QUERIES = {
  plain: '',
  text: 'text=orders+bench',
  filtered: 'observed=running&health=ok&type=flink-jar',
  owner: 'owner=group%3Adefault%2Fteam-3&sort=lastChange&order=desc',
  mine: 'mine=true',
  restorePoint: 'sort=restorePoint&order=desc',
  lastChange: 'sort=lastChange&order=desc',
  deep: 'sort=health&offset=9000',
};

/** The list page over `total` jobs, as the page asks for it; milliseconds per answer. */
export async function listPhase({ home, port, total, postgres }) {
  const [flink, zeta] = await Promise.all([startFakeFlink(500), startFakeZeta(500)]);
  const portal = await withSeed({ home, port, postgres, live: 1_000, total, flink, zeta });
  try {
    const took = {};
    for (const [name, query] of Object.entries(QUERIES)) {
      const path = `data-jobs/jobs?limit=20&${query}`;
      await portal.api(path);
      took[name] = [];
      for (let i = 0; i < ROUNDS; i += 1) {
        const began = performance.now();
        await portal.api(path);
        took[name].push(performance.now() - began);
      }
    }
    return {
      total,
      p95: quantile(Object.values(took).flat(), 0.95),
      byQuery: Object.fromEntries(Object.entries(took).map(([name, times]) => [name, quantile(times, 0.95)])),
    };
  } finally {
    await portal.stop();
    await Promise.all([flink.stop(), zeta.stop()]);
  }
}
