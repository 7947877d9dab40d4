import type { CatalogTable } from './CatalogTable';

/** The tables that a query reads, views resolved, and in which way. */
export class ReadTables {
  private readonly scanned = new Set<CatalogTable>();
  private readonly lookedUp = new Set<CatalogTable>();

  /** A lookup asks a table for the rows of a key whenever a row comes by. */
  add(table: CatalogTable, isLookup: boolean): void {
    (isLookup ? this.lookedUp : this.scanned).add(table);
  }

  all(): Set<CatalogTable> {
    return new Set([...this.scanned, ...this.lookedUp]);
  }

  /** Those that are read in no other way. */
  onlyLookedUp(): Set<CatalogTable> {
    return new Set(
      [...this.lookedUp].filter(table => !this.scanned.has(table)),
    );
  }
}
