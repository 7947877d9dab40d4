import { Databases } from '../__testUtils__/Databases';
import { runEvent, table, written } from '../__testUtils__/flowEvents';
import { TestLineage } from '../__testUtils__/TestLineage';
import { NodeReader } from '../graph/NodeReader';

jest.setTimeout(120_000);

const START = Date.UTC(2026, 0, 1);

describe.each(Databases.kinds)('the life of datasets on %s', kind => {
  const databases = new Databases();
  let lineage: TestLineage;
  beforeEach(async () => {
    lineage = new TestLineage(await databases.migrated(kind));
  });
  afterAll(async () => databases.close());

  const changed = (name: string, change: string, previous?: string) => ({
    ...table(name),
    facets: {
      lifecycleStateChange: {
        _producer: 'https://example.com',
        _schemaURL: 'https://example.com',
        lifecycleStateChange: change,
        ...(previous && { previousIdentifier: table(previous) }),
      },
    },
  });
  /** A job that changes a dataset tells so at that minute. */
  const change = (minute: number, ...of: Parameters<typeof changed>) =>
    runEvent({
      job: 'ddl',
      run: 900 + minute,
      minute,
      outputs: [changed(...of)],
    });
  const datasetEvent = (minute: number, dataset: object) => {
    const { eventTime, producer, schemaURL } = runEvent({ job: 'x', minute });
    return { eventTime, producer, schemaURL, dataset };
  };
  const writes = (minute: number, name = 't', job = 'w') =>
    runEvent({
      job,
      run: minute,
      minute,
      inputs: [table('src')],
      outputs: [written(name, { x: [['src', 'x']] }, [['src', 'y']])],
    });
  /** Edges that hold, as `from > to since-until` in minutes. */
  const edges = async (part: 'edges' | 'columns' | 'influences' = 'edges') =>
    (await lineage.graph())[part]
      .map(line => {
        const [, from, to] = /\|(\S+) > \S+ [^|]*\|(\S+)/.exec(line)!;
        const [, since, until] = / (\d+)-(\d*)$/.exec(line)!;
        const minute = (time: string) =>
          time && String((Number(time) - START) / 60_000);
        return `${from} > ${to} ${minute(since)}-${minute(until)}`;
      })
      .filter(line => !line.includes('ddl'))
      .sort();
  const droppedAt = async (name: string) => {
    const [id] = await lineage.stores.nodes.find([
      { type: 'dataset', ...table(name) },
    ]);
    const facts = await new NodeReader(lineage.knex).read([id!]);
    return facts.get(id!)?.droppedAt;
  };

  describe('that are dropped', () => {
    it('have no observed edges from then on, until a run shows new ones', async () => {
      await lineage.take([
        writes(1),
        runEvent({ job: 'r', inputs: [table('t')], outputs: [] }),
        writes(3),
      ]);
      expect(await droppedAt('t')).toBeUndefined();
      await lineage.take([change(5, 't', 'DROP')]);
      expect(await edges()).toEqual(['src > w 1-', 't > r 0-5', 'w > t 1-5']);
      expect(await edges('columns')).toEqual(['src.x > t.x 1-5']);
      expect(await edges('influences')).toEqual(['src.y > t 1-5']);
      expect(await droppedAt('t')).toBe('2026-01-01T00:05:00.000Z');
      // The same words as before, which the run had not said since.
      await lineage.take([writes(7)]);
      expect(await edges()).toContain('w > t 7-');
      expect(await edges()).toContain('w > t 1-5');
      expect(await droppedAt('t')).toBeUndefined();
    });

    it('are not written by who drops them', async () => {
      await lineage.take([
        {
          ...change(5, 't', 'DROP'),
          inputs: [table('src')],
          outputs: [changed('t', 'DROP'), table('other')],
        },
      ]);
      const { edges: all } = await lineage.graph();
      expect(all.filter(line => line.includes('ddl'))).toEqual(
        [
          expect.stringContaining('|src > job shop|ddl'),
          expect.stringContaining('|ddl > dataset postgres://db:5432|other'),
        ].sort(),
      );
    });

    it('keep what is written down of them, and are shown as dropped', async () => {
      const { run: _run, eventType: _type, ...declared } = writes(1);
      await lineage.take([declared]);
      await lineage.take([change(5, 't', 'DROP')]);
      expect(await edges()).toEqual(['src > w 1-', 'w > t 1-']);
      expect(await droppedAt('t')).toBeTruthy();
    });

    it.each(['CREATE', 'ALTER', 'OVERWRITE', 'TRUNCATE'])(
      'are there again by %s, which changes no edge',
      async what => {
        await lineage.take([writes(1), change(2, 't', what)]);
        expect(await edges()).toEqual(['src > w 1-', 'w > t 1-']);
        await lineage.take([change(5, 't', 'DROP')]);
        const before = await edges();
        expect(await droppedAt('t')).toBeTruthy();
        await lineage.take([datasetEvent(6, changed('t', what))]);
        expect(await edges()).toEqual(before);
        expect(await droppedAt('t')).toBeUndefined();
      },
    );

    it('are dropped by all of their names', async () => {
      const linked = {
        ...table('t'),
        facets: {
          symlinks: {
            _producer: 'https://example.com',
            _schemaURL: 'https://example.com',
            identifiers: [{ ...table('other name'), type: 'TABLE' }],
          },
        },
      };
      await lineage.take([writes(1), change(5, 'other name', 'DROP')]);
      expect(await edges()).toContain('w > t 1-');
      const read = runEvent({ job: 'r', minute: 2, inputs: [linked] });
      await lineage.take([read]);
      expect(await edges()).toEqual(['src > w 1-', 't > r 2-5', 'w > t 1-5']);
      expect(await droppedAt('t')).toBeTruthy();
    });

    it('say nothing more of a view that its own events told of', async () => {
      await lineage.take([
        datasetEvent(1, written('v', { x: [['src', 'x']] })),
        datasetEvent(5, changed('v', 'DROP')),
      ]);
      expect(await edges('columns')).toEqual(['src.x > v.x 1-5']);
      expect(await droppedAt('v')).toBeTruthy();
    });
  });

  describe('that are renamed', () => {
    it('are one under both names', async () => {
      await lineage.take([writes(1, 'old')]);
      await lineage.take([change(5, 'new', 'RENAME', 'old')]);
      expect(await edges()).toEqual(['src > w 1-', 'w > new 1-']);
      await lineage.take([change(6, 'newer', 'RENAME', 'new')]);
      expect(await edges()).toEqual(['src > w 1-', 'w > newer 1-']);
      await lineage.take([change(7, 'newer', 'DROP')]);
      expect(await edges()).toEqual(['src > w 1-', 'w > newer 1-7']);
    });

    it('are two where the old name is used anew', async () => {
      // Tables change places: the new t is what t_new was.
      await lineage.take([
        writes(1, 't'),
        writes(2, 't_new', 'v'),
        change(5, 't_old', 'RENAME', 't'),
        change(6, 't', 'RENAME', 't_new'),
      ]);
      expect(await edges()).toEqual([
        'src > v 2-',
        'src > w 1-',
        'v > t 2-',
        'w > t 1-',
      ]);
      const { leads } = await lineage.graph();
      const name = (one: string) => `dataset ${table(one).namespace}|${one}`;
      expect(leads).toContain(`${name('t_old')} = ${name('t_old')}`);
      expect(leads).toContain(`${name('t_new')} = ${name('t')}`);
    });

    it('have no part in what became of the new name before', async () => {
      await lineage.take([
        writes(1, 't_new'),
        writes(2, 't', 'v'),
        change(5, 't', 'DROP'),
        change(6, 't', 'RENAME', 't_new'),
      ]);
      expect(await edges()).toEqual([
        'src > v 2-',
        'src > w 1-',
        'v > t 2-5',
        'w > t 1-',
      ]);
    });

    it('change no name without a previous one', async () => {
      await lineage.take([writes(1, 'old'), change(5, 'new', 'RENAME')]);
      expect(await edges()).toEqual(['src > w 1-', 'w > old 1-']);
    });
  });
});
