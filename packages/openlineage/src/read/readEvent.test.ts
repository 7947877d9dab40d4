import { datasetEvent, facet, runEvent, withAt } from '../__testUtils__/events';
import { readEvent } from './readEvent';

const read = (event: unknown, limits = {}) => {
  const { event: taken, warnings } = readEvent(event, limits);
  return {
    event: taken as any,
    said: warnings?.map(w => `${w.pointer} ${w.message}`),
  };
};
const refused = (event: unknown, limits = {}) =>
  readEvent(event, limits).problems?.map(p => `${p.pointer} ${p.message}`);

describe('readEvent', () => {
  it('takes valid events as they are', () => {
    for (const event of [
      runEvent(),
      withAt(runEvent(), '/run', undefined),
      datasetEvent(),
    ]) {
      const copy = structuredClone(event);
      const { eventType, ...job } = event;
      const expected = event.run || event.dataset ? event : job;
      expect(readEvent(event)).toEqual({ event: expected, warnings: [] });
      expect(event).toEqual(copy);
    }
  });

  it.each([
    ['', 5, ' The event is not an object.'],
    ['', [], ' The event is not an object.'],
    ['', { job: null }, ' The event has no run, no job and no dataset.'],
    ['/eventTime', undefined, '/eventTime "eventTime" is missing.'],
    ['/eventTime', 'soon', '/eventTime This is no date and time.'],
    ['/eventTime', 1e99, '/eventTime This is no time.'],
    ['/eventTime', '2026-99-99T00:00:00Z', '/eventTime There is no such time.'],
    ['/job', undefined, '/job This is not an object.'],
    ['/job/name', undefined, '/job/name "name" is missing.'],
    ['/job/name', '', '/job/name The name is empty.'],
    ['/job/name', {}, '/job/name This is not a text.'],
    ['/job/name', 'a\0b', '/job/name The name holds a NUL character.'],
    [
      '/job/name',
      'x'.repeat(3000),
      '/job/name The name has 3000 characters; at most 2048 are taken.',
    ],
    ['/run', 'r', '/run The run is not an object.'],
    ['/run/runId', undefined, '/run/runId The run has no id.'],
    ['/run/runId', 5, '/run/runId The run has no id.'],
  ])('refuses, at "%s", %j', (pointer, value, said) => {
    expect(refused(withAt(runEvent(), pointer, value))).toEqual([said]);
  });

  it('refuses a dataset event without a name', () => {
    expect(refused(withAt(datasetEvent(), '/dataset/name', null))).toEqual([
      '/dataset/name "name" is missing.',
    ]);
  });

  it('keeps missing lists unknown and empty ones empty', () => {
    const event = withAt(
      withAt(runEvent(), '/inputs', undefined),
      '/outputs',
      [],
    );
    expect(read(event).event.inputs).toBeUndefined();
    expect(read(event).event.outputs).toEqual([]);
    expect(read(withAt(event, '/inputs', null)).event).not.toHaveProperty(
      'inputs',
    );
  });

  it('does not make "none" of a list that it cannot read', () => {
    const { event, said } = read(
      withAt(runEvent(), '/inputs', [5, { name: 'x' }]),
    );
    expect(event).not.toHaveProperty('inputs');
    expect(said).toEqual([
      '/inputs/0 This is not an object. The dataset is left out.',
      '/inputs/1/namespace "namespace" is missing. The dataset is left out.',
    ]);
    expect(
      read(withAt(runEvent(), '/inputs', 'none')).event,
    ).not.toHaveProperty('inputs');
  });

  it('takes one dataset for a list of one', () => {
    const { event } = read(
      withAt(runEvent(), '/inputs', { namespace: 'n', name: 'a' }),
    );
    expect(event.inputs).toEqual([{ namespace: 'n', name: 'a' }]);
  });

  it('takes empty namespaces and names of any Unicode', () => {
    const names = [
      '表.列',
      '😀',
      'a b\n',
      '\u202Eabc',
      'é',
      'e\u0301',
      '__proto__',
      '/~',
    ];
    const inputs = names.map(name => ({ namespace: '', name }));
    const { event, said } = read(withAt(runEvent(), '/inputs', inputs));
    expect(event.inputs).toEqual(inputs);
    expect(said).toEqual([]);
    const half = read(withAt(runEvent(), '/job/name', 'a\uD800'));
    expect(half.event.job.name).toBe('a\uFFFD');
  });

  it.each([
    ['2026-11-21 08:13:32', '2026-11-21T08:13:32Z', 1],
    ['2026-11-21T08:13', '2026-11-21T08:13:00Z', 1],
    [
      '2026-11-21T08:13:32.123456789+0100',
      '2026-11-21T08:13:32.123456789+01:00',
      0,
    ],
    [
      '2026-11-21T08:13:32+01:00[Europe/Berlin]',
      '2026-11-21T08:13:32+01:00',
      0,
    ],
    [1795248812327, '2026-11-21T08:13:32.327Z', 1],
  ])('reads the time %s', (time, expected, warnings) => {
    const { event, said } = read(withAt(runEvent(), '/eventTime', time));
    expect(event.eventTime).toBe(expected);
    expect(said).toHaveLength(warnings);
  });

  it('takes unknown event types, ids that are no UUID, missing producers', () => {
    const odd = {
      ...runEvent(),
      eventType: 'paused',
      producer: 5,
      schemaURL: undefined,
    };
    odd.run.runId = 'manual__2026-11-21';
    const { event, said } = read(odd);
    expect(event).toMatchObject({
      eventType: 'OTHER',
      producer: 'urn:unknown',
      run: { runId: 'manual__2026-11-21' },
    });
    expect(event.schemaURL).toMatch(/RunEvent$/);
    expect(said).toHaveLength(4);
    expect(read({ ...runEvent(), eventType: 'complete' }).event.eventType).toBe(
      'COMPLETE',
    );
  });

  it('keeps unknown facets, of any version, with all their fields', () => {
    const mine = {
      _producer: 'urn:me',
      _schemaURL: 'urn:mine',
      deep: [{ a: null }],
    };
    const { event, said } = read(
      withAt(runEvent(), '/run/facets', { mine, other: { a: 1 } }),
    );
    expect(event.run.facets.mine).toEqual(mine);
    expect(event.run.facets.other).toMatchObject({
      a: 1,
      _producer: event.producer,
    });
    expect(said).toEqual([]);
  });

  it('keeps the good part of a facet', () => {
    const schema = facet({
      fields: [{ name: 'a' }, { type: 'INT' }, 5, { name: 'b', type: 7 }],
    });
    const { event, said } = read(
      withAt(runEvent(), '/inputs/0/facets', { schema }),
    );
    expect(event.inputs[0].facets.schema.fields).toEqual([
      { name: 'a' },
      { name: 'b' },
    ]);
    expect(said).toHaveLength(3);
  });

  it('drops a facet of which nothing is good, and keeps the others', () => {
    const facets = {
      sql: facet({ query: 5 }),
      ownership: 'me',
      documentation: null,
    };
    const { event, said } = read(withAt(runEvent(), '/job/facets', facets));
    expect(event.job.facets).toEqual({});
    expect(said).toEqual([
      '/job/facets/sql/query This is not a text. It is left out.',
      '/job/facets/sql "query" is missing or wrong. It is left out.',
      '/job/facets/ownership The facet is not an object. It is left out.',
    ]);
  });

  it('reads old column lineage, and deletions', () => {
    const columnLineage = facet({
      fields: {
        a: {
          inputFields: [
            { namespace: 'n', name: 's', field: 'x' },
            { field: 'y' },
          ],
          transformationType: 'MASKED',
          transformationDescription: null,
        },
        b: 5,
      },
    });
    const facets = { columnLineage, schema: facet({ _deleted: true }) };
    const { event, said } = read(
      withAt(runEvent(), '/outputs/0/facets', facets),
    );
    expect(event.outputs[0].facets.columnLineage.fields).toEqual({
      a: {
        inputFields: [{ namespace: 'n', name: 's', field: 'x' }],
        transformationType: 'MASKED',
      },
    });
    expect(event.outputs[0].facets.schema._deleted).toBe(true);
    expect(said).toHaveLength(2);
  });

  it('limits events, facets, lists, depth and warnings, and says so', () => {
    const big = withAt(runEvent(), '/job/facets/sql/query', 'x'.repeat(5000));
    expect(refused(big, { eventBytes: 4000 })).toEqual([
      ' The event is larger than 4000 bytes.',
    ]);
    const { event, said } = read(big, { facetBytes: 4000 });
    expect(event.job.facets).not.toHaveProperty('sql');
    expect(said).toEqual([
      '/job/facets/sql The facet is larger than 4000 bytes. It is left out.',
    ]);
    const wide = withAt(
      runEvent(),
      '/inputs',
      Array(11).fill({ namespace: 'n', name: 'a' }),
    );
    expect(refused(wide, { datasets: 10 })).toEqual([
      '/inputs There are 11 inputs; at most 10 are taken.',
    ]);
    const many = withAt(runEvent(), '/inputs', Array(60).fill(5));
    expect(read(many).said).toHaveLength(51);
    let deep: object = {};
    for (let i = 0; i < 20_000; i += 1) deep = { deep };
    expect(refused({ ...runEvent(), deep })).toEqual([
      ' The event is more than 100 levels deep.',
    ]);
    const cyclic: any = runEvent();
    cyclic.self = cyclic;
    expect(refused(cyclic)).toHaveLength(1);
  });
});
