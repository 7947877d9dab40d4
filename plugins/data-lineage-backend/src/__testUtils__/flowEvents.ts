/** Time of a test, in minutes since it began. */
export const at = (minute: number) =>
  new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

const facet = {
  _producer: 'https://example.com/test',
  _schemaURL: 'https://openlineage.io/spec/facets/1-0-0/F.json',
};

export const table = (name: string) => ({
  namespace: 'postgres://db:5432',
  name,
});

type Columns = Record<string, [table: string, column: string][]>;

/** A dataset that a job writes, with the columns that its columns come from. */
export function written(
  name: string,
  columns: Columns = {},
  filters: [string, string][] = [],
) {
  return {
    ...table(name),
    facets: {
      schema: {
        ...facet,
        fields: Object.keys(columns).map(column => ({
          name: column,
          type: 'INT',
        })),
      },
      columnLineage: {
        ...facet,
        fields: Object.fromEntries(
          Object.entries(columns).map(([column, sources]) => [
            column,
            {
              inputFields: sources.map(([source, field]) => ({
                ...table(source),
                field,
                transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }],
              })),
            },
          ]),
        ),
        ...(filters.length > 0 && {
          dataset: filters.map(([source, field]) => ({
            ...table(source),
            field,
            transformations: [{ type: 'INDIRECT', subtype: 'FILTER' }],
          })),
        }),
      },
    },
  };
}

/** A RunEvent; leave `inputs` or `outputs` out for unknown. */
export function runEvent(event: {
  job: string;
  run?: number;
  type?: string;
  minute?: number;
  inputs?: object[];
  outputs?: object[];
  processing?: string;
}) {
  const {
    job,
    run = 1,
    type = 'COMPLETE',
    minute = 0,
    processing,
    ...flow
  } = event;
  return {
    eventTime: at(minute),
    eventType: type,
    producer: 'https://example.com/test',
    schemaURL:
      'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: `00000000-0000-4000-8000-${String(run).padStart(12, '0')}` },
    job: {
      namespace: 'shop',
      name: job,
      ...(processing && {
        facets: {
          jobType: {
            ...facet,
            processingType: processing,
            integration: 'FLINK',
          },
        },
      }),
    },
    ...flow,
  };
}

/** `orders` → clean → `clean_orders` → daily → `daily_revenue`, with columns. */
export const SHOP = [
  runEvent({
    job: 'clean',
    inputs: [table('orders')],
    outputs: [
      written(
        'clean_orders',
        { id: [['orders', 'id']], amount: [['orders', 'amount']] },
        [['orders', 'state']],
      ),
    ],
  }),
  runEvent({
    job: 'daily',
    run: 2,
    minute: 5,
    inputs: [table('clean_orders')],
    outputs: [
      written('daily_revenue', { revenue: [['clean_orders', 'amount']] }),
    ],
  }),
];
