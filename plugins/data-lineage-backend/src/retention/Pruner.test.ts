import { Databases } from '../__testUtils__/Databases';
import { at, runEvent, table } from '../__testUtils__/flowEvents';
import { TestLineage } from '../__testUtils__/TestLineage';
import { Pruner } from './Pruner';

jest.setTimeout(60_000);

describe.each(Databases.kinds)('retention on %s', kind => {
  const databases = new Databases();
  afterAll(async () => databases.close());

  it('forgets events that were replaced, and nothing of the graph', async () => {
    const lineage = new TestLineage(await databases.migrated(kind));
    const run = (number: number, minute: number, input: string) =>
      runEvent({
        job: 'j',
        run: number,
        minute,
        inputs: [table(input)],
        outputs: [],
      });
    await lineage.take([run(1, 1, 'a'), run(2, 2, 'b'), run(3, 3, 'c')]);
    await lineage.take([
      runEvent({ job: 'once', run: 9, inputs: [table('x')], outputs: [] }),
    ]);
    const graph = await lineage.graph();
    expect(await new Pruner(lineage.knex).prune(Date.parse(at(30)))).toBe(2);
    expect(await lineage.knex('events')).toHaveLength(2);
    expect(await lineage.graph()).toEqual(graph);

    // What comes later, or late, goes on from there.
    await lineage.take([run(4, 4, 'd')]);
    await lineage.take([run(5, 1, 'late')]);
    const { edges } = await lineage.graph();
    const open = edges.filter(line => line.endsWith('-'));
    expect(open.map(line => /\|(\w+) >/.exec(line)?.[1])).toEqual(['d', 'x']);
    expect(edges.join()).not.toContain('late');
  });
});
