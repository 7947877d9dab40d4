/** As Marquez was measured: 10 columns, columnLineage, about 3 kB. */
const COLUMNS = Array.from({ length: 10 }, (_, index) => `column_${index}`);
const facet = name => ({
  _producer: 'https://example.com/bench',
  _schemaURL: `https://openlineage.io/spec/facets/1-2-0/${name}.json`,
});
const schema = {
  ...facet('SchemaDatasetFacet'),
  fields: COLUMNS.map(name => ({ name, type: 'VARCHAR' })),
};

/** The event of a run of a job: START and COMPLETE both tell what it reads and writes. */
export function runEvent({ job, run, type, time }) {
  const dataset = number => ({ namespace: 'bench', name: `dataset_${number}` });
  const source = dataset(job);
  return {
    eventType: type,
    eventTime: new Date(time).toISOString(),
    producer: 'https://example.com/bench',
    schemaURL:
      'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: {
      runId: `00000000-0000-4000-8000-${String(run).padStart(12, '0')}`,
      facets: {},
    },
    job: {
      namespace: 'bench',
      name: `job_${job}`,
      facets: {
        jobType: {
          ...facet('JobTypeJobFacet'),
          processingType: 'BATCH',
          integration: 'BENCH',
        },
      },
    },
    inputs: [{ ...source, facets: { schema } }],
    outputs: [
      {
        ...dataset(job + 1),
        facets: {
          schema,
          columnLineage: {
            ...facet('ColumnLineageDatasetFacet'),
            fields: Object.fromEntries(
              COLUMNS.map(name => [
                name,
                {
                  inputFields: [
                    {
                      ...source,
                      field: name,
                      transformations: [
                        {
                          type: 'DIRECT',
                          subtype: 'IDENTITY',
                          description: '',
                          masking: false,
                        },
                      ],
                    },
                  ],
                },
              ]),
            ),
          },
        },
      },
    ],
  };
}

/** `count` events of runs of `jobs` jobs, the runs numbered from `first`. */
export function runEvents({ jobs, count, first = 0 }) {
  const start = Date.UTC(2026, 0, 1);
  return Array.from({ length: count }, (_, index) => {
    const run = first + Math.floor(index / 2);
    const isStart = index % 2 === 0;
    return runEvent({
      job: run % jobs,
      run,
      type: isStart ? 'START' : 'COMPLETE',
      time: start + run * 1_000 + (isStart ? 0 : 500),
    });
  });
}
