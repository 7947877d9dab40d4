import type { DataType, Span } from '../ast';
import type { CatalogTable } from './CatalogTable';
import type { Influence, Lineage } from './Lineage';
import { NO_LINEAGE } from './Lineage';

/** A column of something that can be read. */
export type RelationColumn = {
  name: string;
  lineage: Lineage;
  /** As written where it was defined. */
  type?: string;
  dataType?: DataType;
  /** A processing-time attribute: joins as of it are lookups. */
  isProcessingTime?: boolean;
  /** Of a row that the query itself puts together: where each field comes from. */
  fields?: RelationColumn[];
  /** The name is one that Flink makes up, such as EXPR$0. */
  unnamed?: boolean;
  /** The expression that has no other name. */
  expression?: Span;
  /** What it may come from, where nobody can tell. */
  unclear?: string;
};

/** Stands for columns that nobody knows, at their place among the others. */
export type OpenColumns = {
  /** The column of that name, if it can be told. */
  columnNamed?: (name: string) => RelationColumn;
  /** Tables that all of their columns come from, unchanged. */
  tables: CatalogTable[];
  /** For messages; undefined where a problem says already why they are unknown. */
  what?: string;
  /** The star that takes them along. */
  span?: Span;
};

export type Slot = RelationColumn | OpenColumns;

/** Rows: what FROM, a query or a view gives. */
export type Relation = {
  slots: Slot[];
  /** What decides about its rows. */
  influences: Influence[];
};

export function isOpen(slot: Slot): slot is OpenColumns {
  return !('lineage' in slot);
}

const indexes = new WeakMap<Slot[], Map<string, RelationColumn>>();

/** The column of that very name; the first one of several. */
export function knownColumn(
  relation: Relation,
  name: string,
): RelationColumn | undefined {
  let index = indexes.get(relation.slots);
  if (!index) {
    index = new Map();
    for (const slot of relation.slots) {
      if (!isOpen(slot) && !index.has(slot.name)) index.set(slot.name, slot);
    }
    indexes.set(relation.slots, index);
  }
  return index.get(name);
}

/**
 * The same rows under other names of columns, as far as there are names. Columns
 * behind unknown ones are counted from the end.
 */
export function renamed(relation: Relation, names: string[]): Relation {
  const { slots } = relation;
  const firstOpen = slots.findIndex(isOpen);
  if (firstOpen < 0) {
    const all = slots.map((slot, i) =>
      i < names.length ? named(slot as RelationColumn, names[i]) : slot,
    );
    return { ...relation, slots: all };
  }
  const isSingle = slots.filter(isOpen).length === 1;
  const behind = slots.length - 1 - firstOpen;
  const all = names.map((name, i) => {
    if (i < firstOpen) return named(slots[i] as RelationColumn, name);
    const fromEnd = names.length - i;
    if (isSingle && fromEnd <= behind) {
      return named(slots[slots.length - fromEnd] as RelationColumn, name);
    }
    return ofOpen(slots.slice(firstOpen).filter(isOpen), name);
  });
  return { ...relation, slots: all };
}

/** Where a table's columns are unknown nobody can tell which one got the name. */
function ofOpen(open: OpenColumns[], name: string): RelationColumn {
  const [only] = open;
  const column =
    open.length === 1 && only.tables.length === 0
      ? only.columnNamed?.(name)
      : undefined;
  if (column) return column;
  const unclear = open.flatMap(slot => slot.what ?? []).join(', ');
  return { name, lineage: NO_LINEAGE, ...(unclear && { unclear }) };
}

function named(column: RelationColumn, name: string): RelationColumn {
  return { ...column, name, unnamed: false, expression: undefined };
}

/**
 * Columns that all come from the same sources: those of the names, or, where the
 * names are not known, any.
 */
export function derivedFrom(
  lineage: Lineage,
  names: string[] | undefined,
  what: string,
): Slot[] {
  if (names) return names.map(name => ({ name, lineage }));
  return [{ columnNamed: name => ({ name, lineage }), tables: [], what }];
}
