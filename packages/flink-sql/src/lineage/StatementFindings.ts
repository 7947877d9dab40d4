import type { Span } from '../ast';
import type { CatalogTable } from './CatalogTable';
import type { EdgeSubtype } from './ColumnEdge';
import type { Influence, Lineage, Source } from './Lineage';
import { AGGREGATION, IDENTITY } from './Lineage';
import { ReadTables } from './ReadTables';

/** An edge before its places are counted in lines. */
export type FoundEdge = {
  source: CatalogTable;
  column: string;
  target: CatalogTable;
  targetColumn?: string;
  subtype: EdgeSubtype;
  strength?: number;
  masking?: boolean;
  span: Span;
};

/** A value and the column that it is written to. */
export type Write = { column: string; lineage: Lineage };

/** What is found out about one statement, each edge once. */
export class StatementFindings {
  readonly reads = new ReadTables();
  readonly outputs = new Set<CatalogTable>();
  readonly wholeCopies: {
    source: CatalogTable;
    target: CatalogTable;
    span: Span;
  }[] = [];
  private readonly found = new Map<string, FoundEdge>();
  private readonly sources = new Set<CatalogTable>();

  /** Rows written into a table: their values, and what decides about them. */
  write(
    target: CatalogTable,
    writes: Write[],
    influences: Influence[],
    span: Span,
  ): void {
    this.outputs.add(target);
    const named = new Set<string>();
    for (const { column, lineage } of writes) {
      for (const source of lineage.sources) {
        this.direct(source, target, column, span);
      }
      for (const influence of lineage.influences) {
        if (namesColumn(influence)) named.add(keyOf(influence));
        const of = namesColumn(influence) ? column : undefined;
        this.indirect(influence, target, of, span);
      }
    }
    for (const influence of influences) {
      // Of values that are written the column is named above.
      if (!influence.ofValue || !named.has(keyOf(influence))) {
        this.indirect(influence, target, undefined, span);
      }
    }
  }

  get inputs(): Set<CatalogTable> {
    return new Set([...this.reads.all(), ...this.sources]);
  }

  edges(): FoundEdge[] {
    return [...this.found.values()];
  }

  private direct(
    source: Source,
    target: CatalogTable,
    targetColumn: string,
    span: Span,
  ): void {
    const { table, column, strength } = source;
    const key = `${table.name}\n${column}\n${target.name}\n${targetColumn}`;
    const before = this.found.get(key);
    const masking = source.masking && (before?.masking ?? true);
    if (before && (before.strength ?? 0) >= strength) {
      before.masking = masking;
      return;
    }
    this.found.set(key, {
      source: table,
      column,
      target,
      targetColumn,
      subtype: subtypeOf(strength),
      strength,
      masking,
      span: source.span ?? span,
    });
    this.sources.add(table);
  }

  private indirect(
    influence: Influence,
    target: CatalogTable,
    targetColumn: string | undefined,
    span: Span,
  ): void {
    const { table, column, subtype } = influence;
    const key = `${keyOf(influence)}\n${target.name}\n${targetColumn ?? ''}`;
    if (this.found.has(key)) return;
    this.found.set(key, {
      source: table,
      column,
      target,
      targetColumn,
      subtype,
      span: influence.span ?? span,
    });
    this.sources.add(table);
  }
}

/** Those that decide about one value; the others are told of the whole row. */
function namesColumn({ subtype }: Influence): boolean {
  return subtype === 'CONDITIONAL' || subtype === 'WINDOW';
}

function keyOf({ table, column, subtype }: Influence): string {
  return `${subtype}\n${table.name}\n${column}`;
}

function subtypeOf(strength: number): EdgeSubtype {
  if (strength === IDENTITY) return 'IDENTITY';
  return strength === AGGREGATION ? 'AGGREGATION' : 'TRANSFORMATION';
}
