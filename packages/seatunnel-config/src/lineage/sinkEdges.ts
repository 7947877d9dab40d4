import type { PlacedBlock } from '../model/JobConfig';
import { feedsOf, through } from './flow/FlowTable';
import type { Feed, FlowColumn, FlowTable } from './flow/FlowTable';
import type { JobColumnEdge, JobDataset, JobTableEdge } from './JobLineage';
import type { SinkTarget } from './places/sinkTarget';
import type { Problems } from './Problems';

/** The edges of one table into one sink. */
export function sinkEdges(
  placed: PlacedBlock,
  table: FlowTable,
  sink: SinkTarget,
  problems: Problems,
): {
  target: JobDataset;
  columnEdges: JobColumnEdge[];
  tableEdges: JobTableEdge[];
} {
  const written = writtenColumns(placed, table, sink, problems);
  const target: JobDataset = written.blind
    ? sink.dataset
    : {
        ...sink.dataset,
        ...(written.open.length === 0 && {
          columns: written.columns.map(({ name, type }) => ({
            name,
            ...(type && { type }),
          })),
        }),
      };
  const edge = (feed: Feed, column: string | undefined): JobColumnEdge => {
    const span =
      feed.field === undefined ? undefined : problems.positionOf(feed.field);
    return {
      source: {
        dataset: feed.dataset,
        ...(feed.column !== undefined && { column: feed.column }),
      },
      target: { dataset: target, ...(column !== undefined && { column }) },
      type: feed.type,
      subtype: feed.subtype,
      ...(feed.masking && { masking: true }),
      sink: placed.index,
      ...(feed.field !== undefined && { field: feed.field }),
      ...(span && { span }),
    };
  };
  return {
    target,
    columnEdges: [
      ...written.columns.flatMap(column =>
        column.feeds.map(feed => edge(feed, column.name)),
      ),
      ...written.open.map(part => edge(part, undefined)),
      ...table.influences.map(feed => edge(feed, undefined)),
    ],
    tableEdges: table.origins.map(source => ({
      source,
      target,
      sink: placed.index,
    })),
  };
}

type Written = { columns: FlowColumn[]; open: Feed[]; blind?: boolean };

function writtenColumns(
  placed: PlacedBlock,
  table: FlowTable,
  sink: SinkTarget,
  problems: Problems,
): Written {
  const open = openFeeds(table);
  const all = { columns: table.columns, open };
  if (sink.blind) return { ...unlisted(table, open), blind: true };
  if (sink.columns) {
    const names = sink.columns;
    const known = table.columns.filter(column => names.includes(column.name));
    const others = names.filter(
      name => !known.some(column => column.name === name),
    );
    const rest = others.map(name => ({
      name,
      feeds: feedsOf(table, name) ?? [],
    }));
    return { columns: [...known, ...rest], open: [] };
  }
  const { insert } = sink;
  if (!insert) return all;
  const field = `${placed.path}.query`;
  if (!insert.columns) {
    problems.unclear(
      field,
      'INSERT without a list of columns: which column is written is unknown.',
      'Write INSERT INTO t (a, b) VALUES (?, ?).',
    );
    return { ...unlisted(table, open), blind: true };
  }
  const byPosition = insert.values.some(value => value && 'position' in value);
  if (byPosition && table.open.length > 0) {
    problems.unclear(
      field,
      'The values are bound by position, and the columns that come in are not known.',
      'Give the source a schema, or select columns by name before.',
    );
    return { ...unlisted(table, open), blind: true };
  }
  const columns = insert.columns.map((name, index): FlowColumn => {
    const value = insert.values[index];
    if (!value) return { name, feeds: [] };
    if ('position' in value) {
      const column = table.columns[value.position];
      if (!column)
        problems.wrong(
          field,
          `Value ${value.position + 1} has no column.`,
          'Write as many ? as there are columns.',
        );
      return { name, feeds: column?.feeds ?? [] };
    }
    return { name, feeds: feedsOf(table, value.name) ?? [] };
  });
  return { columns, open: [] };
}

function openFeeds(table: FlowTable): Feed[] {
  return table.open.map(({ dataset, subtype, field }) => ({
    dataset,
    type: 'DIRECT',
    subtype,
    ...(field !== undefined && { field }),
  }));
}

/** Nobody knows into which columns: each source column reaches the dataset. */
function unlisted(table: FlowTable, open: Feed[]): Written {
  const feeds = table.columns.flatMap(column => column.feeds);
  return {
    columns: [],
    open: [...feeds.map(feed => through(feed, 'IDENTITY', undefined)), ...open],
  };
}

/** The same edge once; of several ways of a value the strongest. */
export function distinctEdges(
  edges: readonly JobColumnEdge[],
): JobColumnEdge[] {
  const idOf = datasetIds();
  const found = new Map<string, JobColumnEdge>();
  for (const edge of edges) {
    const { source, target, sink, type, subtype } = edge;
    const kind = type === 'DIRECT' ? type : subtype;
    const ends = `${sink} ${idOf(source.dataset)} ${idOf(
      target.dataset,
    )} ${kind}`;
    const key = `${ends} ${named(source.column)} ${named(target.column)}`;
    const other = found.get(key);
    if (!other || strength(edge) > strength(other)) found.set(key, edge);
  }
  return [...found.values()];
}

/** No two columns, and no column and none, have the same text. */
function named(column: string | undefined): string {
  return column === undefined ? '*' : `${column.length}:${column}`;
}

/** Numbers by which datasets of one block and place are the same. */
function datasetIds(): (dataset: JobDataset) => number {
  const ofObjects = new Map<JobDataset, number>();
  const ofPlaces = new Map<string, number>();
  return dataset => {
    const known = ofObjects.get(dataset);
    if (known !== undefined) return known;
    const place = JSON.stringify([
      dataset.block,
      dataset.address ?? dataset.tablePath,
    ]);
    const id = ofPlaces.get(place) ?? ofPlaces.size;
    ofPlaces.set(place, id);
    ofObjects.set(dataset, id);
    return id;
  };
}

function strength(edge: JobColumnEdge): number {
  return ['IDENTITY', 'TRANSFORMATION', 'AGGREGATION'].indexOf(edge.subtype);
}
