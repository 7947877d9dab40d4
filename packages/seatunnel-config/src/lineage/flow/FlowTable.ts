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
  except: ReadonlySet<string>;
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

/** Columns by name, made once for each list of columns. */
const indexes = new WeakMap<readonly FlowColumn[], Map<string, FlowColumn>>();

/** The column of a name among those that are known. */
export function columnOf(
  { columns }: Pick<FlowTable, 'columns'>,
  name: string,
): FlowColumn | undefined {
  let index = indexes.get(columns);
  if (!index) {
    // Of several columns of a name the first is meant.
    index = new Map([...columns].reverse().map(one => [one.name, one]));
    indexes.set(columns, index);
  }
  return index.get(name);
}

/** What feeds a column of a table; undefined where it has no such column. */
export function feedsOf(table: FlowTable, name: string): Feed[] | undefined {
  const column = columnOf(table, name);
  if (column) return column.feeds;
  const parts = table.open.filter(part => !part.except.has(name));
  if (parts.length === 0) return undefined;
  return parts.map(({ dataset, subtype, field, renamed }) => ({
    dataset,
    ...(subtype === 'IDENTITY' && !renamed && { column: name }),
    type: 'DIRECT',
    subtype,
    ...(field !== undefined && { field }),
  }));
}

/** Each feed once. */
export function distinctFeeds(feeds: readonly Feed[]): Feed[] {
  if (feeds.length < 2) return [...feeds];
  const seen = new Map<JobDataset, Set<string>>();
  return feeds.filter(({ dataset, subtype, column }) => {
    const known = seen.get(dataset) ?? new Set<string>();
    seen.set(dataset, known);
    const key = `${subtype} ${column === undefined ? '' : `.${column}`}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
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

/** The table with columns set: in their place where they are there, else at the end. */
export function withColumns(
  table: FlowTable,
  columns: readonly FlowColumn[],
): FlowTable {
  const set = new Map(columns.map(one => [one.name, one]));
  const kept = table.columns.map(one => set.get(one.name) ?? one);
  const added = [...set.values()].filter(one => !columnOf(table, one.name));
  return {
    ...table,
    columns: [...kept, ...added],
    open: withoutNames(table.open, [...set.keys()]),
  };
}

/** The table without some columns. */
export function withoutColumns(
  table: FlowTable,
  names: readonly string[],
): FlowTable {
  const gone = new Set(names);
  return {
    ...table,
    columns: table.columns.filter(one => !gone.has(one.name)),
    open: withoutNames(table.open, names),
  };
}

/** Open parts in which some names are taken. */
export function withoutNames(
  open: readonly OpenPart[],
  names: readonly string[],
): OpenPart[] {
  return open.map(part => ({
    ...part,
    except: new Set([...part.except, ...names]),
  }));
}
