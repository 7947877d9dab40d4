import { Databases } from '../__testUtils__/Databases';
import { runEvent, table, written } from '../__testUtils__/flowEvents';
import { TestLineage } from '../__testUtils__/TestLineage';

jest.setTimeout(120_000);

const START = Date.UTC(2026, 0, 1);
/** Edges as `from > to origin since-until` in minutes. */
const edgesOf = async (lineage: TestLineage, origin?: number) =>
  (await lineage.graph()).edges
    .map(line => {
      const [, from, to, seen, since, until] =
        /\|(\S+) > \S+ [^|]*\|(\S+)\s+(\d)[^|]*\|\S+ (\d+)-(\d*)$/.exec(line)!;
      const minute = (time: string) =>
        time && String((Number(time) - START) / 60_000);
      return {
        from,
        to,
        origin: Number(seen),
        when: `${minute(since)}-${minute(until)}`,
      };
    })
    .filter(edge => origin === undefined || edge.origin === origin)
    .map(({ from, to, when }) => `${from} > ${to} ${when}`)
    .sort();

describe.each(Databases.kinds)('lineage of runs on %s', kind => {
  const databases = new Databases();
  let lineage: TestLineage;
  beforeEach(async () => {
    lineage = new TestLineage(await databases.migrated(kind));
  });
  afterAll(async () => databases.close());

  const event = (parts: Partial<Parameters<typeof runEvent>[0]>) =>
    runEvent({ job: 'j', ...parts });
  const jobEvent = (parts: Partial<Parameters<typeof runEvent>[0]>) => {
    const { run: _run, eventType: _type, ...rest } = event(parts);
    return rest;
  };

  it('keeps the edges of a running job whose events say nothing of them', async () => {
    await lineage.take([
      event({
        type: 'START',
        processing: 'STREAMING',
        inputs: [table('a')],
        outputs: [table('b')],
      }),
      event({ type: 'RUNNING', minute: 1 }),
      event({ type: 'RUNNING', minute: 2, processing: 'STREAMING' }),
    ]);
    expect(await edgesOf(lineage)).toEqual(['a > j 0-', 'j > b 0-']);
  });

  it('closes what a later run that completes has not read', async () => {
    await lineage.take([
      event({ inputs: [table('a'), table('b')], outputs: [table('c')] }),
      event({ run: 2, type: 'START', minute: 9 }),
      event({
        run: 2,
        minute: 10,
        inputs: [table('b')],
        outputs: [table('c')],
      }),
    ]);
    expect(await edgesOf(lineage)).toEqual([
      'a > j 0-10',
      'b > j 0-',
      'j > c 0-',
    ]);
  });

  it('closes nothing for a run that says nothing, or fails', async () => {
    await lineage.take([
      event({ inputs: [table('a')], outputs: [table('c')] }),
      event({ run: 2, minute: 10 }),
      event({ run: 3, minute: 20, type: 'FAIL', inputs: [table('b')] }),
    ]);
    expect(await edgesOf(lineage)).toEqual([
      'a > j 0-',
      'b > j 20-',
      'j > c 0-',
    ]);
  });

  it('takes an empty list for none', async () => {
    await lineage.take([
      event({ inputs: [table('a')], outputs: [table('c')] }),
      event({ run: 2, minute: 10, inputs: [] }),
    ]);
    expect(await edgesOf(lineage)).toEqual(['a > j 0-10', 'j > c 0-']);
  });

  it('adds up what a run says', async () => {
    await lineage.take([
      event({ type: 'START', inputs: [table('a')] }),
      event({ type: 'RUNNING', minute: 1, inputs: [table('b')] }),
      event({ minute: 2, outputs: [table('c')] }),
    ]);
    expect(await edgesOf(lineage)).toEqual([
      'a > j 0-',
      'b > j 1-',
      'j > c 2-',
    ]);
  });

  it('replaces what a streaming job did when it is started otherwise', async () => {
    await lineage.take([
      event({
        type: 'START',
        processing: 'STREAMING',
        inputs: [table('a')],
        outputs: [],
      }),
      event({
        run: 2,
        minute: 5,
        type: 'START',
        processing: 'STREAMING',
        inputs: [table('b')],
        outputs: [],
      }),
    ]);
    expect(await edgesOf(lineage)).toEqual(['a > j 0-5', 'b > j 5-']);
  });

  it('replaces what the same source has declared, and keeps other origins', async () => {
    await lineage.take([event({ inputs: [table('seen')], outputs: [] })]);
    await lineage.take([jobEvent({ inputs: [table('a')] })], { source: 'x' });
    await lineage.take([jobEvent({ inputs: [table('b')] })], { source: 'y' });
    await lineage.take([jobEvent({ minute: 3, inputs: [table('c')] })], {
      source: 'x',
    });
    await lineage.take([jobEvent({ minute: 4, outputs: [table('d')] })], {
      source: 'x',
    });
    await lineage.take([jobEvent({ inputs: [table('i')] })], {
      origin: 'inferred',
      source: 'x',
    });
    expect(await edgesOf(lineage, 0)).toEqual([
      'a > j 0-3',
      'b > j 0-',
      'c > j 3-',
      'j > d 4-',
    ]);
    expect(await edgesOf(lineage, 1)).toEqual(['i > j 0-']);
    expect(await edgesOf(lineage, 2)).toEqual(['seen > j 0-']);
  });

  it('lets a late event change only what was not right', async () => {
    await lineage.take([
      event({ minute: 10, inputs: [table('a')], outputs: [] }),
      event({ run: 3, minute: 30, inputs: [table('c')], outputs: [] }),
    ]);
    await lineage.take([
      event({ run: 2, minute: 20, inputs: [table('b')], outputs: [] }),
    ]);
    expect(await edgesOf(lineage)).toEqual([
      'a > j 10-20',
      'b > j 20-30',
      'c > j 30-',
    ]);
    const rows = await lineage.knex('edges').whereNotNull('superseded_at');
    expect(rows).toHaveLength(1);
  });

  it('keeps columns that a later run does not tell of', async () => {
    const told = written('b', { x: [['a', 'x']] }, [['a', 'f']]);
    await lineage.take([
      event({ inputs: [table('a')], outputs: [told] }),
      event({ run: 2, minute: 5, inputs: [table('a')], outputs: [table('b')] }),
    ]);
    const open = async () => {
      const { columns, influences } = await lineage.graph();
      return [...columns, ...influences].filter(line => line.endsWith('-'));
    };
    expect(await open()).toHaveLength(2);
    await lineage.take([
      event({
        run: 3,
        minute: 6,
        inputs: [table('a')],
        outputs: [written('b', { y: [['a', 'x']] })],
      }),
    ]);
    expect(await open()).toEqual([expect.stringContaining('b.y')]);
    await lineage.take([
      event({ run: 4, minute: 7, inputs: [], outputs: [table('b')] }),
    ]);
    expect(await open()).toEqual([]);
  });

  it('leads other names of a dataset to it, unless several claim them', async () => {
    const symlinked = (name: string) => ({
      ...table(name),
      facets: {
        symlinks: {
          _producer: 'https://example.com',
          _schemaURL: 'https://example.com',
          identifiers: [{ namespace: 'cat', name: 'db.t', type: 'TABLE' }],
        },
      },
    });
    await lineage.take([
      event({
        job: 'r',
        inputs: [{ namespace: 'cat', name: 'db.t' }],
        outputs: [],
      }),
    ]);
    expect(await edgesOf(lineage)).toEqual(['db.t > r 0-']);
    await lineage.take([
      event({ job: 'w', run: 2, outputs: [symlinked('one')] }),
    ]);
    expect(await edgesOf(lineage)).toEqual(['one > r 0-', 'w > one 0-']);
    await lineage.take([
      event({ job: 'v', run: 3, outputs: [symlinked('two')] }),
    ]);
    expect(await edgesOf(lineage)).toEqual([
      'db.t > r 0-',
      'v > two 0-',
      'w > one 0-',
    ]);
  });

  describe('names that are taken back', () => {
    const OTHER = { namespace: 'cat', name: 'db.t' };
    const reader = event({ job: 'r', inputs: [OTHER], outputs: [] });
    /** A run writes `one`, which has these names; undefined says nothing of it. */
    const writes = (
      minute: number,
      names: string[] | 'deleted' | undefined,
      job = 'w',
    ) => ({
      ...event({ job, run: 100 + minute, minute }),
      outputs: [
        {
          ...table('one'),
          facets: names && {
            symlinks: {
              _producer: 'https://example.com',
              _schemaURL: 'https://example.com',
              ...(names === 'deleted'
                ? { _deleted: true }
                : {
                    identifiers: names.map(name => ({
                      namespace: 'cat',
                      name,
                      type: 'TABLE',
                    })),
                  }),
            },
          },
        },
      ],
    });
    const readsFrom = async () =>
      (await edgesOf(lineage)).filter(edge => edge.includes(' > r '));

    it.each([
      ['another name', ['db.u']],
      ['no name', []],
      ['the facet is deleted', 'deleted' as const],
    ])('part again: %s', async (_, names) => {
      await lineage.take([reader, writes(1, ['db.t']), writes(2, undefined)]);
      expect(await readsFrom()).toEqual(['one > r 0-']);
      await lineage.take([writes(5, names)]);
      expect(await readsFrom()).toEqual(['db.t > r 0-']);
      // Late, and older than what took it back.
      await lineage.take([writes(4, ['db.t', 'db.v'])]);
      expect(await readsFrom()).toEqual(['db.t > r 0-']);
      await lineage.take([writes(6, ['db.t'])]);
      expect(await readsFrom()).toEqual(['one > r 0-']);
    });

    it('stay as long as another job claims them', async () => {
      await lineage.take([
        reader,
        writes(1, ['db.t']),
        writes(2, ['db.t'], 'v'),
      ]);
      await lineage.take([writes(3, [])]);
      expect(await readsFrom()).toEqual(['one > r 0-']);
      await lineage.take([writes(4, [], 'v')]);
      expect(await readsFrom()).toEqual(['db.t > r 0-']);
    });

    it('stay where a person says so', async () => {
      await lineage.take([reader, writes(1, ['db.t'])]);
      const [node, target] = await lineage.stores.nodes.find([
        { type: 'dataset', ...OTHER },
        { type: 'dataset', ...table('one') },
      ]);
      await lineage.knex('aliases').insert({
        node_id: node,
        target_id: target,
        created_by: 'user:default/ada',
        created_at: 0,
      });
      await lineage.take([writes(2, [])]);
      expect(await readsFrom()).toEqual(['one > r 0-']);
    });
  });

  it('goes on without an event that cannot be derived', async () => {
    const { stores, knex } = lineage;
    const row = (id: string, body: string) => ({
      id,
      origin: 2,
      source: 'http',
      runKey: id,
      eventTime: 0,
      receivedAt: 0,
      body,
    });
    await stores.events.append([
      row('good', JSON.stringify(event({ inputs: [table('a')] }))),
      row('bad', '{}'),
      row(
        'other',
        JSON.stringify(event({ run: 2, minute: 1, inputs: [table('b')] })),
      ),
    ]);
    lineage.deriver.kick();
    await lineage.deriver.caughtUp();
    expect(await edgesOf(lineage)).toHaveLength(2);
    expect(await stores.events.countPending()).toBe(0);
    const bad = await knex('events').where({ id: 'bad' }).first();
    expect(bad.problem).toBeTruthy();
  });
});
