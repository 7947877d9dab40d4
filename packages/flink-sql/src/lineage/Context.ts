import type { NamedWindow, WindowSpec } from '../ast';
import type { Problems } from './Problems';
import type { ReadTables } from './ReadTables';
import type { Relation } from './Relation';
import { Scope } from './Scope';
import type { TableCatalog } from './TableCatalog';

/** Common tables that a query sees: its own and those of the queries around it. */
export type CommonTables = {
  named: Map<string, Relation>;
  parent?: CommonTables;
};

/** What a query or expression can refer to, and where findings go. */
export type Context = {
  catalog: TableCatalog;
  problems: Problems;
  /** Tables that are read, views resolved. */
  reads: ReadTables;
  commonTables?: CommonTables;
  /** Of the WINDOW clause. */
  windows?: Map<string, WindowSpec | NamedWindow>;
  scope: Scope;
};

/** The context of a query inside of another one's expressions or FROM. */
export function within(context: Context, scope: Scope): Context {
  return { ...context, scope };
}

/** A common table by its name, the innermost first. */
export function commonTable(
  tables: CommonTables | undefined,
  name: string,
): Relation | undefined {
  for (let at = tables; at; at = at.parent) {
    const found = at.named.get(name);
    if (found) return found;
  }
  return undefined;
}

/** The one common table whose name only differs in its case. */
export function similarCommonTable(
  tables: CommonTables | undefined,
  name: string,
): [string, Relation] | undefined {
  const found: [string, Relation][] = [];
  for (let at = tables; at; at = at.parent) {
    for (const entry of at.named) {
      if (entry[0].toLowerCase() === name.toLowerCase()) found.push(entry);
    }
  }
  return found.length === 1 ? found[0] : undefined;
}
