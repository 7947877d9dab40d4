import {
  deciding,
  distinctFeeds,
  feedsOf,
  through,
  withColumns,
  withoutNames,
} from '../flow/FlowTable';
import type { Feed, FlowColumn, FlowTable } from '../flow/FlowTable';
import type { JobEdgeSubtype } from '../JobLineage';
import type { ColumnMention } from './expressionColumns';
import type { Problems } from '../Problems';
import type { SelectQuery } from './SelectQuery';

/** A table that a query can name. */
export type ScopeTable = { names: string[][]; table: FlowTable };

/** What a query makes of its tables, and the columns that it could not find. */
export type Selected = {
  table: FlowTable;
  missing: string[];
  unnamed: string[];
};

/** Runs a query over the columns of its tables. */
export function applySelect(
  query: SelectQuery,
  given: ScopeTable[],
  field: string,
  problems: Problems,
): Selected {
  const missing = new Set<string>();
  const scope = given.map(one => ({ ...one }));
  const resolve = (parts: string[]): Feed[] => {
    const feeds = find(scope, parts);
    if (!feeds) missing.add(parts.join('.'));
    return feeds && problems.canFollow(feeds.length + 1, field) ? feeds : [];
  };
  for (const { name, columns } of query.exploded) {
    const feeds = valueFeeds(columns, resolve, field);
    if (scope[0])
      scope[0].table = withColumns(scope[0].table, [{ name, feeds }]);
  }
  const columns: FlowColumn[] = [];
  const open: FlowTable['open'] = [];
  const unnamed: string[] = [];
  for (const item of query.items) {
    if (item.star) {
      const meant = scope.filter(
        one => item.qualifier.length === 0 || isNamed(one, item.qualifier),
      );
      if (meant.length === 0) missing.add(`${item.qualifier.join('.')}.*`);
      columns.push(...meant.flatMap(one => one.table.columns));
      open.push(...meant.flatMap(one => one.table.open));
      continue;
    }
    if (!item.named) unnamed.push(item.name);
    const feeds = item.plain
      ? resolve(item.plain)
      : valueFeeds(item.columns, resolve, field);
    columns.push({ name: item.name, feeds });
  }
  const influences = query.deciding.flatMap(({ parts, subtype }) =>
    // An alias of the list may be meant; what it hides is already said.
    (find(scope, parts) ?? aliased(columns, parts) ?? resolve(parts)).map(
      feed => deciding(feed, subtype, field),
    ),
  );
  return {
    table: {
      path: scope[0]?.table.path ?? [],
      columns,
      // `SELECT *, f(a) AS a`: the name is taken.
      open: withoutNames(
        open,
        columns.map(one => one.name),
      ),
      influences: distinctFeeds([
        ...scope.flatMap(one => one.table.influences),
        ...influences,
      ]),
      origins: [...new Set(scope.flatMap(one => one.table.origins))],
    },
    missing: [...missing],
    unnamed,
  };
}

function valueFeeds(
  mentions: readonly ColumnMention[],
  resolve: (parts: string[]) => Feed[],
  field: string,
): Feed[] {
  const feeds = mentions.flatMap(({ parts, decides, aggregated }) => {
    const subtype: JobEdgeSubtype = aggregated
      ? 'AGGREGATION'
      : 'TRANSFORMATION';
    return resolve(parts).map(feed =>
      decides
        ? deciding(feed, 'CONDITIONAL', field)
        : through(feed, subtype, field),
    );
  });
  return distinctFeeds(feeds);
}

function aliased(columns: FlowColumn[], parts: string[]): Feed[] | undefined {
  return parts.length === 1
    ? columns.find(one => one.name === parts[0])?.feeds
    : undefined;
}

function find(scope: ScopeTable[], parts: string[]): Feed[] | undefined {
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const named = scope.find(one => isNamed(one, parts.slice(0, length)));
    if (named) return inTable(named.table, parts.slice(length));
  }
  if (scope.length === 1) return inTable(scope[0].table, parts);
  const possible = scope.filter(one => feedsOf(one.table, parts[0]));
  // Where several tables may have it, nobody knows whose it is.
  if (possible.length !== 1) return undefined;
  return inTable(possible[0].table, parts);
}

/** A column, or a field in it: `row.field` of the dataset where the row is unchanged. */
function inTable(
  table: FlowTable,
  [column, ...fields]: string[],
): Feed[] | undefined {
  const feeds = feedsOf(table, column);
  if (!feeds || fields.length === 0) return feeds;
  return feeds.map(feed =>
    feed.type === 'DIRECT' &&
    feed.subtype === 'IDENTITY' &&
    feed.column !== undefined
      ? { ...feed, column: [feed.column, ...fields].join('.') }
      : feed,
  );
}

function isNamed(one: ScopeTable, parts: string[]): boolean {
  const key = parts.join('.').toLowerCase();
  return one.names.some(name => name.join('.').toLowerCase() === key);
}
