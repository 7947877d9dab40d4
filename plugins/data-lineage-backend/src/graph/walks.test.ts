import { Databases } from '../__testUtils__/Databases';
import { randomOf } from '../__testUtils__/randomEvents';
import { OPEN } from '../derive/Interval';
import { LevelWalk } from './LevelWalk';

jest.setTimeout(120_000);

/** Steps from a node along edges, by the book. */
function distances(
  edges: [number, number][],
  start: number,
  depth: number,
  isUp: boolean,
): Map<number, number> {
  const found = new Map([[start, 0]]);
  for (let step = 1; step <= depth; step += 1) {
    for (const [from, to] of edges) {
      const [here, there] = isUp ? [to, from] : [from, to];
      if (found.get(here) === step - 1 && !found.has(there)) {
        found.set(there, step);
      }
    }
  }
  return found;
}

describe.each(Databases.kinds)('walks on %s', kind => {
  const databases = new Databases();
  afterAll(async () => databases.close());

  it('come to each node in the fewest steps, in circles too', async () => {
    const knex = await databases.migrated(kind);
    const walk = new LevelWalk(knex, 'edges');
    const random = randomOf(7);
    const edges = Array.from({ length: 60 }, (): [number, number] => [
      1 + random(25),
      1 + random(25),
    ]);
    await knex('edges').insert(
      edges.map(([from_id, to_id], index) => ({
        from_id,
        to_id,
        scope_id: 1,
        origin: index % 3,
        valid_from: 10,
        valid_to: index % 2 ? OPEN : 20,
        recorded_at: 1,
      })),
    );
    for (let start = 1; start <= 25; start += 1) {
      for (const [sight, isSeen] of [
        [{}, (index: number) => index % 2 === 1],
        [{ asOf: 15 }, () => true],
        [
          { asOf: 20, origins: [0, 2] },
          (i: number) => i % 2 === 1 && i % 3 !== 1,
        ],
        [{ asOf: 5 }, () => false],
      ] as const) {
        const counted = edges.filter((_, index) => isSeen(index));
        const wanted = distances(counted, start, 4, true);
        for (const [id, step] of distances(counted, start, 4, false)) {
          wanted.set(id, Math.min(step, wanted.get(id) ?? step));
        }
        const walked = await walk.walk(
          { upstream: [start], downstream: [start], depth: 4, maxNodes: 100 },
          sight,
        );
        expect([...walked.distances].sort((a, b) => a[0] - b[0])).toEqual(
          [...wanted].sort((a, b) => a[0] - b[0]),
        );
        expect(walked.isCut).toBe(false);
      }
    }
    const cut = await walk.walk(
      { upstream: [], downstream: [1], depth: 9, maxNodes: 2 },
      { asOf: 15 },
    );
    expect(cut.distances.size).toBe(2);
    expect(cut.isCut).toBe(true);
  });
});
