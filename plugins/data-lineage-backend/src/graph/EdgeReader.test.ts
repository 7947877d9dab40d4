import { Databases } from '../__testUtils__/Databases';
import { randomOf } from '../__testUtils__/randomEvents';
import { OPEN } from '../derive/Interval';
import { EdgeReader } from './EdgeReader';
import { Sight } from './Sight';

jest.setTimeout(120_000);

const inOrder = <T extends { from: number; to: number }>(edges: readonly T[]) =>
  [...edges].sort((a, b) => a.from - b.from || a.to - b.to);

const sorted = <T>(byNode: ReadonlyMap<number, T>) =>
  [...byNode].sort((a, b) => a[0] - b[0]);

describe.each(Databases.kinds)('edges around nodes on %s', kind => {
  const databases = new Databases();
  afterAll(async () => databases.close());

  it('are those among them, with all neighbours counted', async () => {
    const knex = await databases.migrated(kind);
    const random = randomOf(11);
    await knex('scopes').insert(
      Array.from({ length: 9 }, (_, index) => ({
        id: index + 1,
        node_id: index + 1,
        origin: index % 3,
        source: '',
        last_seen_at: 1_000 + random(1_000),
      })),
    );
    await knex('edges').insert(
      Array.from({ length: 150 }, (_, index) => {
        const scope = random(9);
        return {
          from_id: 1 + random(15),
          to_id: 1 + random(15),
          scope_id: 1 + scope,
          origin: scope % 3,
          valid_from: random(20),
          valid_to: index % 3 ? OPEN : 20 + random(20),
          recorded_at: 1,
          superseded_at: index % 7 ? null : 2,
        };
      }),
    );
    const reader = new EdgeReader(knex);
    const sights: Sight[] = [
      {},
      { asOf: 22 },
      { origins: [0, 2] },
      { asOf: 15, origins: [1] },
      { asOf: -1 },
    ];
    const found: number[] = [];
    for (const sight of sights) {
      for (const size of [0, 1, 6, 15]) {
        const nodes = Array.from({ length: size }, (_, index) => 1 + index);
        const around = await reader.around(nodes, sight);
        const among = await reader.among(nodes, sight);
        expect(inOrder(around.edges)).toEqual(inOrder(among));
        const degrees = await reader.degrees(nodes, sight);
        expect(sorted(around.degrees)).toEqual(sorted(degrees));
        found.push(among.length);
      }
    }
    expect(Math.max(...found)).toBeGreaterThan(20);
  });
});
