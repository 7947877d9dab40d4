import { Databases } from '../__testUtils__/Databases';
import {
  randomEvents,
  randomOf,
  shuffled,
} from '../__testUtils__/randomEvents';
import { TestLineage } from '../__testUtils__/TestLineage';

jest.setTimeout(180_000);

const SEEDS = { SQLite: 25, PostgreSQL: 3 };

describe.each(Databases.kinds)('the graph on %s', kind => {
  const databases = new Databases();
  afterAll(async () => databases.close());

  it('is the same in whatever order and however often events come', async () => {
    for (let seed = 1; seed <= SEEDS[kind]; seed += 1) {
      const random = randomOf(seed + 1_000);
      const events = randomEvents(seed, 12 + random(30));
      const first = new TestLineage(await databases.migrated(kind));
      await first.take(events);
      const graph = await first.graph();

      const again = [...events, ...events.slice(0, random(events.length))];
      const mixed = shuffled(again, random);
      const second = new TestLineage(await databases.migrated(kind));
      while (mixed.length > 0) {
        await second.take(mixed.splice(0, 1 + random(6)));
      }
      expect({ seed, ...(await second.graph()) }).toEqual({ seed, ...graph });
    }
  });
});
