import { jobEventOf } from '@datalark/openlineage';
import {
  changedColumns,
  compareLineage,
  vanishedColumns,
} from './compareLineage';

const job = { namespace: 'datalark', name: 'sums' };
const orders = { namespace: 'kafka://k:9092', name: 'orders' };
const totals = { namespace: 'postgres://db:5432', name: 'dw.public.totals' };

function event(
  edges: [from: string, to: string, subtype: string][],
  schema?: string[],
) {
  return jobEventOf({
    job,
    inputs: [orders],
    outputs: [
      { ...totals, ...(schema && { schema: schema.map(name => ({ name })) }) },
    ],
    columnEdges: edges.map(([from, to, subtype], line) => ({
      from: { ...orders, field: from },
      to: { ...totals, field: to },
      transformations: [
        {
          type: 'DIRECT' as const,
          subtype,
          span: {
            start: { line, column: 1 },
            end: { line, column: 2 },
          },
        },
      ],
    })),
    producer: 'https://example.com',
    eventTime: '2026-11-30T10:00:00Z',
  });
}

const shown = (change: ReturnType<typeof compareLineage>) =>
  change.links.map(
    link =>
      `${link.change} ${link.from.column} ${link.to.column} ${link.transformations[0].subtype}`,
  );

describe('compareLineage', () => {
  it('finds what appears, vanishes, changes and stays, wherever it is written', () => {
    const after = event([
      ['amount', 'sum', 'AGGREGATION'],
      ['id', 'id', 'IDENTITY'],
      ['country', 'country', 'IDENTITY'],
    ]);
    const change = compareLineage(
      job,
      event([
        ['id', 'id', 'IDENTITY'],
        ['amount', 'sum', 'IDENTITY'],
        ['name', 'name', 'IDENTITY'],
      ]),
      after,
    );
    expect(shown(change)).toEqual([
      'added country country IDENTITY',
      'kept id id IDENTITY',
      'added amount sum AGGREGATION',
      'removed name name IDENTITY',
      'removed amount sum IDENTITY',
    ]);
    expect(change.edges.map(edge => edge.change)).toEqual(['kept', 'kept']);
    expect([...changedColumns(change).values()]).toEqual([['name', 'sum']]);
    expect([...vanishedColumns(change, after).values()]).toEqual([['name']]);
  });

  it('does not call a column vanished that is now constant', () => {
    const after = event([['id', 'id', 'IDENTITY']], ['id', 'name']);
    const change = compareLineage(
      job,
      event([
        ['id', 'id', 'IDENTITY'],
        ['name', 'name', 'IDENTITY'],
      ]),
      after,
    );
    expect([...changedColumns(change).values()]).toEqual([['name']]);
    expect(vanishedColumns(change, after).size).toBe(0);
  });

  it('takes a new job as all added', () => {
    const change = compareLineage(
      job,
      undefined,
      event([['id', 'id', 'IDENTITY']]),
    );
    expect(shown(change)).toEqual(['added id id IDENTITY']);
    expect(change.edges.map(edge => edge.change)).toEqual(['added', 'added']);
  });
});
