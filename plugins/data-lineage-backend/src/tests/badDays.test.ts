import { eventually } from '@datalark/backend-test-kit';
import { Knex } from 'knex';
import request from 'supertest';
import { DatabaseLine } from '../__testUtils__/DatabaseLine';
import { Databases } from '../__testUtils__/Databases';
import { at, runEvent, table } from '../__testUtils__/flowEvents';
import { Producer } from '../__testUtils__/Producer';
import {
  randomEvents,
  randomOf,
  shuffled,
} from '../__testUtils__/randomEvents';
import { startPortal } from '../__testUtils__/startPortal';
import { TestLineage } from '../__testUtils__/TestLineage';

jest.setTimeout(120_000);

const soon = () => new Promise(resolve => setTimeout(resolve, 20));
const eventOf = (producer: number, number: number) =>
  runEvent({
    job: `job ${producer} ${number}`,
    run: producer * 1_000 + number,
    minute: number,
    inputs: [table('all')],
    outputs: [table(`of ${producer} ${number}`)],
  });

/** Each event is kept once, and its flow is in the graph once. */
async function isWhole(knex: Knex, count: number): Promise<void> {
  await eventually(
    async () => {
      const one = async (from: string) =>
        Number((await knex(from).count({ count: '*' }))[0].count);
      return {
        events: await one('events'),
        pending: await one('pending_events'),
        runs: await one('runs'),
        edges: await one('edges'),
      };
    },
    found =>
      expect(found).toEqual({
        events: count,
        pending: 0,
        runs: count,
        edges: 2 * count,
      }),
    15_000,
  );
}

describe('on a bad day', () => {
  const databases = new Databases();
  const lines: DatabaseLine[] = [];
  afterAll(async () => {
    for (const line of lines) await line.close();
    await databases.close();
  });

  it('says 429 when more come than a slow PostgreSQL writes, and loses none', async () => {
    const knex = await databases.empty('PostgreSQL');
    const { server } = await startPortal({
      database: knex,
      dataLineage: { ingest: { waitingEvents: 20 } },
    });
    const producers = Array.from(
      { length: 60 },
      () => new Producer(request(server)),
    );
    const slow = await knex.transaction();
    await slow.raw('lock table events in share mode');
    const sent = producers.map((producer, index) =>
      producer.send([eventOf(index, 1), eventOf(index, 2)], soon),
    );
    await eventually(
      async () => producers.filter(one => one.statuses.includes(429)).length,
      refused => expect(refused).toBe(40),
    );
    await slow.rollback();
    await Promise.all(sent);
    for (const { statuses, retryAfter } of producers) {
      expect(statuses.filter(one => one !== 429)).toEqual([201, 201]);
      expect(new Set(retryAfter)).toEqual(
        new Set(retryAfter.length ? ['1'] : []),
      );
    }
    await isWhole(knex, 120);
  });

  it('says 503 while PostgreSQL is away, and has everything once afterwards', async () => {
    const direct = await databases.empty('PostgreSQL');
    const line = new DatabaseLine(direct);
    lines.push(line);
    const { server } = await startPortal({ database: await line.open() });
    const producers = Array.from(
      { length: 8 },
      () => new Producer(request(server)),
    );
    const all = () => producers.flatMap(({ statuses }) => statuses);
    const count = (status: number) =>
      all().filter(one => one === status).length;
    const sent = Promise.all(
      producers.map((producer, index) =>
        producer.send(
          Array.from({ length: 40 }, (_, number) => eventOf(index, number)),
          soon,
        ),
      ),
    );
    for (const taken of [30, 90, 150]) {
      await eventually(
        async () => count(201),
        have => expect(have).toBeGreaterThan(taken),
      );
      const before = count(503);
      await line.cut();
      await eventually(
        async () => count(503),
        have => expect(have).toBeGreaterThan(before + 10),
      );
      const read = await request(server).get(
        '/api/data-lineage/search?text=job',
      );
      expect(read.status).toBe(503);
      expect(read.headers['retry-after']).toBe('5');
      await line.mend();
    }
    // The server ends connections in the middle of what they do.
    await direct.raw(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await sent;
    expect([...new Set(all())].sort()).toEqual([201, 503]);
    expect(count(201)).toBe(320);
    for (const { retryAfter } of producers) {
      expect(new Set(retryAfter)).toEqual(new Set(['5']));
    }
    await isWhole(direct, 320);
  });

  it.each([1, 2, 3])(
    'has in two replicas that take the same at once the graph of one (%s)',
    async seed => {
      const random = randomOf(seed);
      const events = [
        ...randomEvents(seed, 120),
        ...Array.from({ length: 80 }, (_, number) => eventOf(seed, number)),
      ];
      const single = new TestLineage(await databases.migrated('SQLite'));
      await single.take(events);
      const knex = await databases.migrated('PostgreSQL');
      const replicas = [knex, await databases.another(knex)].map(
        one => new TestLineage(one),
      );
      // Each has its own part, and one that both have, in orders of their own.
      const parts = [
        shuffled(events.slice(0, 150), random),
        shuffled(events.slice(50), random),
      ];
      const answers = await Promise.all(
        replicas.flatMap((replica, index) =>
          Array.from({ length: 6 }, async (_, worker) => {
            const mine = parts[index].filter((_one, i) => i % 6 === worker);
            const taken: string[] = [];
            while (mine.length > 0) {
              const lot = mine.splice(0, 1 + random(9));
              const { status } = await replica.ingest.ingest(lot, {
                source: 'http',
              });
              taken.push(status);
            }
            return taken;
          }),
        ),
      );
      expect(new Set(answers.flat())).toEqual(new Set(['success']));
      for (const { deriver } of replicas) await deriver.caughtUp();
      expect(await replicas[0].stores.events.countPending()).toBe(0);
      expect(await replicas[1].graph()).toEqual(await single.graph());
      for (const { logger } of replicas) {
        for (const say of [logger.debug, logger.warn, logger.error]) {
          expect(say.mock.calls).toEqual([]);
        }
      }
    },
  );

  it('takes lots that overlap, in whatever order, without a deadlock', async () => {
    const knex = await databases.migrated('PostgreSQL');
    const replicas = [knex, await databases.another(knex)].map(
      one => new TestLineage(one),
    );
    for (let round = 0; round < 20; round += 1) {
      const events = Array.from({ length: 300 }, (_, number) => ({
        ...eventOf(round, number),
        eventTime: at(round),
      }));
      const lots = [events, [...events].reverse()];
      const answers = await Promise.all(
        replicas.map(({ ingest }, index) =>
          ingest.ingest(lots[index], { source: 'http' }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(
        replicas.map(() => 'success'),
      );
    }
    for (const { deriver } of replicas) await deriver.caughtUp();
    await isWhole(knex, 6_000);
  });
});
