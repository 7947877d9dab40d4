import { datasetEvent, facet, runEvent, withAt } from '../__testUtils__/events';
import { lineageOfEvent } from './lineageOfEvent';

const S = { namespace: 'kafka://broker:9092', name: 's' };
const T = { namespace: 'postgres://db:5432', name: 'shop.public.t' };
const U = { namespace: 'postgres://db:5432', name: 'shop.public.u' };
const edge = (from: object, to: object, basis: string) => ({
  from: { type: 'dataset', ...from },
  to: { type: 'dataset', ...to },
  basis,
});
const field = (name: string, transformations?: object[]) => ({
  ...S,
  field: name,
  ...(transformations && { transformations }),
});
const withColumns = (columnLineage: object) =>
  withAt(runEvent(), '/outputs/0/facets', { columnLineage });

describe('lineageOfEvent', () => {
  it('tells all facts of an event', () => {
    expect(lineageOfEvent(runEvent())).toEqual({
      kind: 'run',
      eventTime: '2026-11-21T08:13:32.327Z',
      producer: 'https://example.org/producer/1.0',
      eventType: 'START',
      job: {
        namespace: 'etl',
        name: 'orders',
        sql: { query: 'INSERT INTO t SELECT a FROM s', dialect: 'flink' },
        processingType: 'BATCH',
        integration: 'FLINK',
        owners: [{ name: 'team:data', type: 'OWNER' }],
      },
      run: {
        runId: '01a1fd2a-ec12-7fd0-8a62-409f76292b92',
        parent: {
          runId: '01a1fd2a-ec12-7fd0-8a62-409f76292b93',
          job: { namespace: 'airflow', name: 'dag' },
        },
        nominalTime: { start: '2026-11-21T08:00:00Z' },
      },
      inputs: [S],
      outputs: [T],
      basis: 'columnLineage',
      tableEdges: [edge(S, T, 'columnLineage')],
      columnEdges: [
        {
          from: field('a'),
          to: { ...T, field: 'a' },
          transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }],
        },
      ],
      datasetInfluences: [],
      withoutUpstream: [],
      datasets: [
        { ...S, schema: [{ name: 'a', type: 'INT' }], facetNames: ['schema'] },
        {
          ...T,
          symlinks: [
            { namespace: 'hive://ms:9083', name: 'shop.t', type: 'TABLE' },
          ],
          lifecycle: { change: 'CREATE' },
          facetNames: ['columnLineage', 'lifecycleStateChange', 'symlinks'],
        },
      ],
    });
  });

  it('falls back to inputs × outputs, output by output', () => {
    const event = runEvent();
    event.inputs.push({ namespace: 'file', name: '/x' });
    event.outputs.push(U);
    const { tableEdges, basis } = lineageOfEvent(event);
    expect(basis).toBe('columnLineage');
    expect(tableEdges).toEqual([
      edge({ namespace: 'file', name: '/x' }, U, 'inputsOutputs'),
      edge(S, T, 'columnLineage'),
      edge(S, U, 'inputsOutputs'),
    ]);
  });

  it('lets explicit lineage win, and infers nothing beside it', () => {
    const event = runEvent();
    event.outputs.push(U);
    event.job.facets.lineage = facet({
      entries: [
        {
          ...U,
          type: 'DATASET',
          inputs: [
            { ...S, type: 'DATASET' },
            {
              ...S,
              type: 'DATASET',
              field: 'k',
              transformations: [{ type: 'INDIRECT', subtype: 'filter' }],
            },
          ],
          fields: {
            x: {
              inputs: [
                { ...S, type: 'DATASET', field: 'a' },
                { ...S, type: 'DATASET' },
                { type: 'JOB' },
              ],
            },
          },
        },
        { ...T, type: 'DATASET', inputs: [] },
        {
          namespace: 'j',
          name: 'next',
          type: 'JOB',
          inputs: [{ namespace: 'j', name: 'prev', type: 'JOB' }],
        },
        { type: 'JOB', inputs: [{ ...S, type: 'DATASET' }] },
      ],
    });
    const lineage = lineageOfEvent(event);
    expect(lineage.basis).toBe('explicit');
    expect(lineage.tableEdges).toEqual([
      edge(S, U, 'explicit'),
      {
        from: { type: 'job', namespace: 'j', name: 'prev' },
        to: { type: 'job', namespace: 'j', name: 'next' },
        basis: 'explicit',
      },
    ]);
    expect(lineage.columnEdges).toEqual([
      { from: field('a'), to: { ...U, field: 'x' }, transformations: [] },
      { from: S, to: { ...U, field: 'x' }, transformations: [] },
    ]);
    expect(lineage.datasetInfluences).toEqual([
      {
        from: field('k'),
        to: U,
        transformations: [{ type: 'INDIRECT', subtype: 'FILTER' }],
      },
    ]);
    expect(lineage.withoutUpstream).toEqual([T]);
    expect(lineage.outputs).toEqual([T, U]);
  });

  it('reads the lineage of a dataset event', () => {
    const lineage = facet({ inputs: [{ ...S, type: 'DATASET' }], fields: {} });
    const { kind, dataset, tableEdges, job } = lineageOfEvent(
      withAt(datasetEvent(), '/dataset/facets/lineage', lineage),
    );
    const view = { namespace: 'postgres://db:5432', name: 'shop.public.v' };
    expect({ kind, dataset, tableEdges, job }).toEqual({
      kind: 'dataset',
      dataset: view,
      tableEdges: [edge(S, view, 'explicit')],
      job: undefined,
    });
  });

  it('reads the early form of explicit lineage, on the run', () => {
    const event = withAt(runEvent(), '/run/facets', {
      lineage: facet({
        entries: [
          { ...U, type: 'DATASET', inputs: [{ ...S, type: 'DATASET' }] },
        ],
      }),
    });
    expect(lineageOfEvent(event).tableEdges).toEqual([edge(S, U, 'explicit')]);
  });

  it("collapses Spark's near-cartesian INDIRECT fields to one for the dataset", () => {
    const filter = { type: 'INDIRECT', subtype: 'FILTER', description: '' };
    const direct = { type: 'DIRECT', subtype: 'IDENTITY' };
    const columns = ['a', 'b', 'c'].map(name => [
      name,
      {
        inputFields: [
          field(name, [direct]),
          field('k', [filter]),
          field('j', [{ type: 'INDIRECT', subtype: 'JOIN' }]),
        ],
      },
    ]);
    const { columnEdges, datasetInfluences } = lineageOfEvent(
      withColumns(facet({ fields: Object.fromEntries(columns) })),
    );
    expect(columnEdges.map(({ from, to }) => [from.field, to.field])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
      ['c', 'c'],
    ]);
    expect(
      datasetInfluences.map(({ from, transformations }) => [
        from.field,
        transformations,
      ]),
    ).toEqual([
      ['j', [{ type: 'INDIRECT', subtype: 'JOIN' }]],
      ['k', [{ type: 'INDIRECT', subtype: 'FILTER' }]],
    ]);
  });

  it('leaves an influence on one column where it is', () => {
    const when = [{ type: 'INDIRECT', subtype: 'CONDITIONAL' }];
    const fields = {
      a: { inputFields: [field('x'), field('c', when)] },
      b: { inputFields: [field('x')] },
    };
    const one = lineageOfEvent(withColumns(facet({ fields })));
    expect(one.datasetInfluences).toEqual([]);
    expect(one.columnEdges).toContainEqual({
      from: field('c'),
      to: { ...T, field: 'a' },
      transformations: when,
    });
    const only = lineageOfEvent(
      withColumns(facet({ fields: { a: fields.a } })),
    );
    expect(only.datasetInfluences).toEqual([]);
  });

  it('reads the dataset part of column lineage, alone too', () => {
    const { datasetInfluences, tableEdges } = lineageOfEvent(
      withColumns(
        facet({
          fields: {},
          dataset: [field('k', [{ type: 'INDIRECT', subtype: 'SORT' }])],
        }),
      ),
    );
    expect(datasetInfluences).toHaveLength(1);
    expect(tableEdges).toEqual([edge(S, T, 'columnLineage')]);
  });

  it.each([
    ['IDENTITY', undefined, [{ type: 'DIRECT', subtype: 'IDENTITY' }]],
    [
      'MASKED',
      'sha',
      [
        {
          type: 'DIRECT',
          subtype: 'TRANSFORMATION',
          masking: true,
          description: 'sha',
        },
      ],
    ],
    ['upper(x)', undefined, [{ type: 'DIRECT', description: 'upper(x)' }]],
    [undefined, undefined, []],
    ['', 'sum', [{ type: 'DIRECT', description: 'sum' }]],
  ])(
    'reads the old transformation %j %j',
    (transformationType, transformationDescription, expected) => {
      const entry = {
        inputFields: [field('x')],
        transformationType,
        transformationDescription,
      };
      const { columnEdges } = lineageOfEvent(
        withColumns(facet({ fields: { a: entry } })),
      );
      expect(columnEdges[0].transformations).toEqual(expected);
    },
  );

  it('tells deletions apart from facts', () => {
    const gone = facet({ _deleted: true, fields: [], owners: [] });
    const event = withAt(runEvent(), '/inputs/0/facets', {
      schema: gone,
      ownership: gone,
    });
    event.job.facets = { sql: gone };
    const { datasets, job } = lineageOfEvent(event);
    expect(datasets[0]).toEqual({
      ...S,
      deletedFacets: ['ownership', 'schema'],
    });
    expect(job).toEqual({
      namespace: 'etl',
      name: 'orders',
      deletedFacets: ['sql'],
    });
  });

  it('does not multiply without bounds', () => {
    const many = (prefix: string) =>
      Array.from({ length: 400 }, (_, i) => ({
        namespace: 'n',
        name: `${prefix}${i}`,
      }));
    const event = { ...runEvent(), inputs: many('i'), outputs: many('o') };
    const { tableEdges, tooManyTableEdges, inputs, basis } =
      lineageOfEvent(event);
    expect({
      edges: tableEdges.length,
      tooManyTableEdges,
      inputs: inputs?.length,
      basis,
    }).toEqual({
      edges: 0,
      tooManyTableEdges: true,
      inputs: 400,
      basis: 'inputsOutputs',
    });
    expect(
      lineageOfEvent(event, { maxTableEdges: 160_000 }).tableEdges,
    ).toHaveLength(160_000);
  });
});
