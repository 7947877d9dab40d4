import { lineageOfEvent } from '../lineage/lineageOfEvent';
import { readEvent } from '../read/readEvent';
import { validateEvent } from '../validate/validateEvent';
import { jobEventOf } from './jobEventOf';
import type { JobEventParts } from './JobEventParts';

const S = { namespace: 'kafka://b:9092', name: 's' };
const T = { namespace: 'file', name: '/t' };

const parts: JobEventParts = {
  job: { namespace: 'datalark', name: 'default/orders' },
  inputs: [{ ...S, schema: [{ name: 'a', type: 'INT' }] }],
  outputs: [
    { ...T, symlinks: [{ namespace: '', name: 'c.d.t', type: 'TABLE' }] },
  ],
  columnEdges: [
    {
      from: { ...S, field: 'a' },
      to: { ...T, field: 'x' },
      transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }],
    },
    {
      from: { ...S, field: 'a' },
      to: { ...T, field: 'x' },
      transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }],
    },
  ],
  influences: [
    {
      from: { ...S, field: 'k' },
      to: T,
      transformations: [{ type: 'INDIRECT', subtype: 'FILTER' }],
    },
  ],
  sql: { query: 'INSERT …', dialect: 'flink' },
  processingType: 'STREAMING',
  integration: 'FLINK',
  jobType: 'JOB',
  description: 'Orders',
  owners: [{ name: 'group:default/data' }],
  producer: 'https://github.com/datalark/datalark',
  eventTime: '2026-11-21T08:13:32Z',
};

describe('jobEventOf', () => {
  it('makes a valid event that says what it was told, once', () => {
    const event = jobEventOf(parts);
    expect(validateEvent(event)).toEqual([]);
    expect(readEvent(event)).toEqual({ event, warnings: [] });
    expect(event).toMatchSnapshot();
    const lineage = lineageOfEvent(event);
    expect(lineage.columnEdges).toEqual([parts.columnEdges![0]]);
    expect(lineage.datasetInfluences).toEqual(parts.influences);
    expect(lineage.basis).toBe('columnLineage');
    expect(lineage.datasets[0].symlinks).toEqual([
      {
        namespace: 'job://datalark/default%2Forders',
        name: 'c.d.t',
        type: 'TABLE',
      },
    ]);
  });

  it('says which dataset gets into which, where that is known', () => {
    const U = { namespace: 'file', name: '/u' };
    const event = jobEventOf({
      ...parts,
      outputs: [T, U],
      columnEdges: [
        ...parts.columnEdges!,
        { from: U, to: { ...T, field: 'y' }, transformations: [] },
      ],
      tableEdges: [
        { from: S, to: T },
        { from: U, to: T },
        { from: S, to: T },
      ],
    });
    expect(validateEvent(event)).toEqual([]);
    expect(event.job.facets?.lineage).toMatchSnapshot();
    const lineage = lineageOfEvent(event);
    expect(lineage.basis).toBe('explicit');
    expect(
      lineage.tableEdges.map(({ from, to }) => [from.name, to.name]),
    ).toEqual([
      ['/u', '/t'],
      ['s', '/t'],
    ]);
    expect(lineage.columnEdges).toHaveLength(2);
    expect(lineage.datasetInfluences).toEqual(parts.influences);
  });

  it('says nothing of what is unknown', () => {
    const { job, producer, eventTime } = parts;
    const event = jobEventOf({ job, producer, eventTime });
    expect(validateEvent(event)).toEqual([]);
    expect(event).not.toHaveProperty('inputs');
    expect(event.job.facets).toEqual({});
    expect(jobEventOf({ job, producer, eventTime, inputs: [] }).inputs).toEqual(
      [],
    );
    const [output] = jobEventOf({ ...parts, columnEdges: [], influences: [] })
      .outputs!;
    expect(output.facets).not.toHaveProperty('columnLineage');
  });

  it('marks inputs that are only looked up, by a facet that is valid', () => {
    const event = jobEventOf({
      ...parts,
      inputs: [S, { ...T, isLookup: true }],
    });
    expect(validateEvent(event)).toEqual([]);
    expect(lineageOfEvent(event).lookups).toEqual([T]);
    const otherwise = { ...event, inputs: [...event.inputs!, T] };
    expect(lineageOfEvent(otherwise).lookups).toBeUndefined();
  });
});
