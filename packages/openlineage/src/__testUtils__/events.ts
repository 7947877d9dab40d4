const PRODUCER = 'https://example.org/producer/1.0';

/** What every facet has. */
export const facet = (fields: object = {}) => ({
  _producer: PRODUCER,
  _schemaURL: 'https://example.org/facets/1-0-0/Facet.json#/$defs/Facet',
  ...fields,
});

/** A facet of the specification at a version of it. */
export const facetAt = (
  version: string,
  name: string,
  fields: object = {},
) => ({
  _producer: PRODUCER,
  _schemaURL: `https://openlineage.io/spec/facets/${version}/${name}.json#/$defs/${name}`,
  ...fields,
});

/** A valid event with a facet of every kind; a new one for each call. */
export const runEvent = (): any => ({
  eventTime: '2026-11-21T08:13:32.327Z',
  producer: PRODUCER,
  schemaURL:
    'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
  eventType: 'START',
  run: {
    runId: '01a1fd2a-ec12-7fd0-8a62-409f76292b92',
    facets: {
      nominalTime: facet({ nominalStartTime: '2026-11-21T08:00:00Z' }),
      parent: facet({
        run: { runId: '01a1fd2a-ec12-7fd0-8a62-409f76292b93' },
        job: { namespace: 'airflow', name: 'dag' },
      }),
    },
  },
  job: {
    namespace: 'etl',
    name: 'orders',
    facets: {
      sql: facet({ query: 'INSERT INTO t SELECT a FROM s', dialect: 'flink' }),
      jobType: facetAt('2-0-4', 'JobTypeJobFacet', {
        processingType: 'BATCH',
        integration: 'FLINK',
      }),
      ownership: facet({ owners: [{ name: 'team:data', type: 'OWNER' }] }),
    },
  },
  inputs: [
    {
      namespace: 'kafka://broker:9092',
      name: 's',
      facets: { schema: facet({ fields: [{ name: 'a', type: 'INT' }] }) },
      inputFacets: { inputStatistics: facet({ rowCount: 5 }) },
    },
  ],
  outputs: [
    {
      namespace: 'postgres://db:5432',
      name: 'shop.public.t',
      facets: {
        columnLineage: facet({
          fields: {
            a: {
              inputFields: [
                {
                  namespace: 'kafka://broker:9092',
                  name: 's',
                  field: 'a',
                  transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }],
                },
              ],
            },
          },
        }),
        symlinks: facet({
          identifiers: [
            { namespace: 'hive://ms:9083', name: 'shop.t', type: 'TABLE' },
          ],
        }),
        lifecycleStateChange: facet({ lifecycleStateChange: 'CREATE' }),
      },
      outputFacets: { outputStatistics: facet({ rowCount: 5, size: 100 }) },
    },
  ],
});

/** A valid event about a dataset. */
export const datasetEvent = (): any => ({
  eventTime: '2026-11-21T08:13:32Z',
  producer: PRODUCER,
  schemaURL:
    'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetEvent',
  dataset: {
    namespace: 'postgres://db:5432',
    name: 'shop.public.v',
    facets: {},
  },
});

/** A copy of a value with something else at a JSON pointer; `undefined` removes it. */
export function withAt(value: any, pointer: string, inner: unknown): any {
  const keys = pointer.split('/').slice(1);
  const copy = structuredClone(value);
  const last = keys.pop();
  if (last === undefined) return inner;
  const parent = keys.reduce((at, key) => at[key], copy);
  if (inner === undefined) delete parent[last];
  else parent[last] = inner;
  return copy;
}
