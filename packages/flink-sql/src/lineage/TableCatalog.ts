import type { Identifier } from '../ast';
import type { CatalogTable } from './CatalogTable';
import type { KnownTable } from './KnownTable';
import type { LineageOptions } from './LineageOptions';
import type { TablePath } from './TablePath';
import { tableName } from './TablePath';
import { typeOf } from './typeOf';

type Definition = Omit<CatalogTable, 'id' | 'path' | 'name'>;

/**
 * The tables of a session while its script runs: USE, definitions, temporary ones in
 * front of the others. Names are compared as Flink does, letter by letter.
 */
export class TableCatalog {
  private catalog: string;
  private database: string;
  private readonly permanent = new Map<string, CatalogTable>();
  private readonly temporary = new Map<string, CatalogTable>();
  /** Read or written, but never defined. */
  private readonly assumed = new Map<string, CatalogTable>();
  /** The default database of each catalog. */
  private readonly databases = new Map<string, string>();
  private readonly options = new Map<string, Record<string, string>>();
  /**
   * Whether names may differ in their case where Flink would find nothing: as long
   * as no table is defined as only Flink does, a script may be of another engine.
   */
  isLenient = true;
  private nextId = 0;

  constructor(options: LineageOptions) {
    this.catalog = options.catalog ?? 'default_catalog';
    this.database = options.database ?? 'default_database';
    this.databases.set('default_catalog', 'default_database');
    this.databases.set(this.catalog, this.database);
    for (const { path, kind = 'table', ...rest } of options.tables ?? []) {
      const columns = rest.columns?.map(column => ({
        ...column,
        dataType: typeOf(column.type),
      }));
      this.put(path, { ...rest, columns, kind }, false);
    }
  }

  /** A new session on the same catalogs. */
  restart(options: LineageOptions): void {
    this.catalog = options.catalog ?? 'default_catalog';
    this.database = options.database ?? 'default_database';
  }

  useCatalog(name: string): void {
    if (name === this.catalog) return;
    this.catalog = name;
    this.database = this.databases.get(name) ?? 'default';
  }

  /** `default` is what Flink's, Hive's, Iceberg's and Paimon's catalogs call it. */
  defineCatalog(name: string, options: Record<string, string>): void {
    this.databases.set(name, options['default-database'] ?? 'default');
    this.options.set(name, options);
  }

  useDatabase(parts: Identifier[]): void {
    const names = parts.map(part => part.name);
    if (names.length > 1) this.catalog = names[names.length - 2];
    this.database = names[names.length - 1];
  }

  pathOf(parts: Identifier[]): TablePath {
    const names = parts.map(part => part.name);
    const table = names.pop() ?? '';
    const database = names.pop() ?? this.database;
    const catalog = names.pop() ?? this.catalog;
    return { catalog, database, table };
  }

  /** The table that a name stands for now; one of unknown columns if there is none. */
  table(parts: Identifier[]): CatalogTable {
    const path = this.pathOf(parts);
    const key = keyOf(path);
    const known =
      this.temporary.get(key) ??
      this.permanent.get(key) ??
      this.assumed.get(key);
    if (known) return known;
    const assumed: CatalogTable = {
      id: this.nextId++,
      path,
      name: tableName(path),
      catalogOptions: this.options.get(path.catalog),
      kind: 'table',
    };
    this.assumed.set(key, assumed);
    return assumed;
  }

  has(parts: Identifier[]): boolean {
    const key = keyOf(this.pathOf(parts));
    return this.temporary.has(key) || this.permanent.has(key);
  }

  define(
    parts: Identifier[],
    definition: Definition,
    how: { temporary?: boolean; ifNotExists?: boolean } = {},
  ): CatalogTable {
    const path = this.pathOf(parts);
    const before = this.store(how.temporary).get(keyOf(path));
    if (before && how.ifNotExists) return before;
    return this.put(path, definition, how.temporary ?? false);
  }

  drop(parts: Identifier[], temporary: boolean): void {
    const key = keyOf(this.pathOf(parts));
    if (temporary || this.temporary.has(key)) this.temporary.delete(key);
    else this.permanent.delete(key);
    this.assumed.delete(key);
  }

  dropDatabase(parts: Identifier[]): void {
    const names = parts.map(part => part.name);
    const database = names.pop() ?? '';
    const catalog = names.pop() ?? this.catalog;
    this.dropWhere(p => p.catalog === catalog && p.database === database);
  }

  dropCatalog(name: string): void {
    this.dropWhere(path => path.catalog === name);
  }

  rename(from: Identifier[], to: Identifier[]): void {
    const table = this.table(from);
    const source = this.pathOf(from);
    const path =
      to.length > 1 ? this.pathOf(to) : { ...source, table: to[0].name };
    const { id, path: _, name, ...definition } = table;
    const isTemporary = this.temporary.has(keyOf(source));
    this.drop(from, isTemporary);
    this.put(path, definition, isTemporary);
  }

  private put(
    path: TablePath,
    definition: Definition,
    temporary: boolean,
  ): CatalogTable {
    const key = keyOf(path);
    const table = {
      catalogOptions: this.options.get(path.catalog),
      ...definition,
      id: this.nextId++,
      path,
      name: tableName(path),
    };
    this.store(temporary).set(key, table);
    this.assumed.delete(key);
    return table;
  }

  private store(temporary?: boolean): Map<string, CatalogTable> {
    return temporary ? this.temporary : this.permanent;
  }

  private dropWhere(test: (path: TablePath) => boolean): void {
    for (const store of [this.permanent, this.assumed]) {
      for (const [key, { path }] of store) if (test(path)) store.delete(key);
    }
  }
}

/** What is told of a table outside. */
export function toKnownTable(table: CatalogTable): KnownTable {
  const { path, kind, options, catalogOptions } = table;
  const columns = table.columns?.map(
    ({ dataType, isProcessingTime, ...column }) => column,
  );
  return {
    path,
    ...(columns ? { columns } : {}),
    ...(options ? { options } : {}),
    ...(catalogOptions ? { catalogOptions } : {}),
    ...(kind === 'table' ? {} : { kind }),
  };
}

function keyOf({ catalog, database, table }: TablePath): string {
  // No name holds a line break.
  return `${catalog}\n${database}\n${table}`;
}
