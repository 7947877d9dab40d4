import type { JobDataset, JobEdgeSubtype } from '../JobLineage';

/** Where a value comes from, and what has happened to it. */
export type Feed = {
  dataset: JobDataset;
  /** Absent: some or all columns of the dataset. */
  column?: string;
  type: 'DIRECT' | 'INDIRECT';
  subtype: JobEdgeSubtype;
  masking?: boolean;
  /** The option that did it last. */
  field?: string;
};

/** A column on its way. */
export type FlowColumn = { name: string; type?: string; feeds: Feed[] };

/** Columns whose names nobody has told, straight from a dataset. */
export type OpenPart = {
  dataset: JobDataset;
  /** Columns of the dataset that are told apart or left out. */
  except: string[];
  /** Every column has got another name by a rule. */
  renamed?: true;
  /** TRANSFORMATION: foreign code had them in hand. */
  subtype: 'IDENTITY' | 'TRANSFORMATION';
  field?: string;
};

/** One table on its way between two blocks. */
export type FlowTable = {
  /** Database, schema, table: what `table_match_regex` and `${table_name}` see. */
  path: string[];
  columns: FlowColumn[];
  /** Empty: `columns` are all there are. */
  open: OpenPart[];
  /** Columns that decide about rows. */
  influences: Feed[];
  /** All datasets that rows come from. */
  origins: JobDataset[];
};

const STRENGTH: JobEdgeSubtype[] = [
  'IDENTITY',
  'TRANSFORMATION',
  'AGGREGATION',
];

/** A feed after another step: the strongest of both. */
export function through(
  feed: Feed,
  subtype: JobEdgeSubtype,
  field: string | undefined,
  masking = false,
): Feed {
  if (feed.type === 'INDIRECT') return feed;
  const stronger =
    STRENGTH.indexOf(subtype) > STRENGTH.indexOf(feed.subtype)
      ? subtype
      : feed.subtype;
  return {
    ...feed,
    subtype: stronger,
    ...((feed.masking || masking) && { masking: true }),
    ...(subtype !== 'IDENTITY' && field !== undefined && { field }),
  };
}

/** A feed that decides instead of being in the value. */
export function deciding(
  feed: Feed,
  subtype: JobEdgeSubtype,
  field?: string,
): Feed {
  const { masking, ...rest } = feed;
  return {
    ...rest,
    type: 'INDIRECT',
    subtype,
    ...(field !== undefined && { field }),
  };
}

/** What feeds a column of a table; undefined where it has no such column. */
export function feedsOf(table: FlowTable, name: string): Feed[] | undefined {
  const column = table.columns.find(one => one.name === name);
  if (column) return column.feeds;
  const parts = table.open.filter(part => !part.except.includes(name));
  if (parts.length === 0) return undefined;
  return parts.map(({ dataset, subtype, field, renamed }) => ({
    dataset,
    ...(subtype === 'IDENTITY' && !renamed && { column: name }),
    type: 'DIRECT',
    subtype,
    ...(field !== undefined && { field }),
  }));
}

/** Feeds of all columns, those without a name too. */
export function allFeeds(table: FlowTable): Feed[] {
  return [
    ...table.columns.flatMap(column => column.feeds),
    ...table.open.map(
      ({ dataset, subtype, field }): Feed => ({
        dataset,
        type: 'DIRECT',
        subtype,
        ...(field !== undefined && { field }),
      }),
    ),
  ];
}

/** The table with a column set: in its place where it is there, else at the end. */
export function withColumn(table: FlowTable, column: FlowColumn): FlowTable {
  const known = table.columns.some(one => one.name === column.name);
  return {
    ...table,
    columns: known
      ? table.columns.map(one => (one.name === column.name ? column : one))
      : [...table.columns, column],
    open: table.open.map(part => withoutName(part, column.name)),
  };
}

/** The table without a column. */
export function withoutColumn(table: FlowTable, name: string): FlowTable {
  return {
    ...table,
    columns: table.columns.filter(one => one.name !== name),
    open: table.open.map(part => withoutName(part, name)),
  };
}

function withoutName(part: OpenPart, name: string): OpenPart {
  return part.except.includes(name)
    ? part
    : { ...part, except: [...part.except, name] };
}
