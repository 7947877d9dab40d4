import type { Identifier } from '../ast';
import { fieldOf } from './fieldOf';
import type { Relation, RelationColumn } from './Relation';
import { isOpen, knownColumn } from './Relation';

/** One item of FROM, and the names it can be called by. */
export type ScopeItem = {
  /** An alias, or the parts of a table's full name. */
  names: string[];
  relation: Relation;
  /** Only to be reached by its name, as a pattern's variable. */
  qualifiedOnly?: boolean;
};

/**
 * What a name turned out to be; `wrong` where Flink would refuse it, too. The reason
 * is empty where another problem has said it.
 */
export type Resolution =
  | { found: RelationColumn; rest: Identifier[]; warning?: string }
  | { found?: undefined; reason: string; wrong?: boolean };

type Match =
  | { column: RelationColumn; warning?: string }
  | { reason: string; wrong?: boolean }
  | undefined;

/** The names that an expression can use: of one FROM, then of those around it. */
export class Scope {
  readonly items: ScopeItem[] = [];
  /** Columns of USING and NATURAL: of both sides at once, each once in `*`. */
  readonly common = new Map<string, RelationColumn>();
  /** Names of the SELECT list so far: Flink does not know them, others do. */
  readonly aliases = new Map<string, RelationColumn>();
  /** This one and those around it, from the inside out. */
  private readonly chain: Scope[];
  /** Whether names that nothing has may differ in their case. */
  readonly isLenient: boolean;

  constructor(parent?: Scope, isLenient = parent?.isLenient ?? false) {
    this.chain = [this, ...(parent?.chain ?? [])];
    this.isLenient = isLenient;
  }

  /** A column by its one to many parts; what is behind it are fields. */
  resolve(parts: Identifier[]): Resolution {
    for (const scope of this.chain) {
      for (let length = parts.length - 1; length > 0; length -= 1) {
        const qualifier = parts.slice(0, length);
        const match = scope.qualified(qualifier, parts[length].name);
        if (match) return toResolution(match, parts.slice(length + 1));
      }
    }
    return this.resolveUnqualified(parts);
  }

  /** The item of that name in this FROM. */
  itemNamed(qualifier: Identifier[]): ScopeItem | undefined {
    return (
      this.items.find(item => endsWith(item.names, qualifier, same)) ??
      (this.isLenient ? this.similarItem(qualifier) : undefined)
    );
  }

  private resolveUnqualified(parts: Identifier[]): Resolution {
    const [{ name }, ...rest] = parts;
    let unsure: Match;
    for (const scope of this.chain) {
      const match = scope.known(name) ?? scope.inRow(name);
      if (match && unsure && 'column' in unsure) {
        return {
          reason: `Column ${name} may be one of the inner or of the outer query: write its table before it.`,
        };
      }
      if (match) return toResolution(match, rest);
      unsure = unsure ?? scope.open(name);
    }
    const match = unsure ?? (this.isLenient ? this.loose(name) : undefined);
    if (match) return toResolution(match, rest);
    return {
      reason: rest.length
        ? `No table, alias or row is called ${name} here.`
        : `Column ${name} is in none of the tables here.`,
      wrong: true,
    };
  }

  /** What other engines take where Flink finds nothing. */
  private loose(name: string): Match {
    const alias = this.aliases.get(name);
    if (alias) {
      const warning = `Flink does not know the alias ${name} of this SELECT here: it is taken as its expression.`;
      return { column: alias, warning };
    }
    for (const scope of this.chain) {
      const column = scope.similarColumn(name);
      if (column) return { column, warning: takenAs(name, column.name) };
    }
    return undefined;
  }

  private qualified(qualifier: Identifier[], column: string): Match {
    const item = this.itemNamed(qualifier);
    if (!item) return undefined;
    const name = qualifier.map(part => part.name).join('.');
    const known =
      knownColumn(item.relation, column) ??
      openColumn(item, column) ??
      fieldInRow(item.relation, column);
    if (!known) {
      const other = this.isLenient ? similar(item, column) : undefined;
      return other
        ? { column: other, warning: takenAs(column, other.name) }
        : {
            reason: `There is no column ${column} in ${name}.`,
            wrong: !item.relation.slots.some(isOpen),
          };
    }
    const isExact = endsWith(item.names, qualifier, same);
    return {
      column: known,
      warning: isExact ? undefined : takenAs(name, item.names.join('.')),
    };
  }

  private similarItem(qualifier: Identifier[]): ScopeItem | undefined {
    const found = this.items.filter(i =>
      endsWith(i.names, qualifier, sameLetters),
    );
    return found.length === 1 ? found[0] : undefined;
  }

  private known(name: string): Match {
    const common = this.common.get(name);
    if (common) return { column: common };
    const found = this.items.flatMap(item =>
      item.qualifiedOnly ? [] : knownColumn(item.relation, name) ?? [],
    );
    if (found.length > 1) {
      return {
        reason: `Column ${name} is in more than one of the tables here: write its table before it.`,
        wrong: true,
      };
    }
    return found.length ? { column: found[0] } : undefined;
  }

  /** Flink looks into rows for what no column is called. */
  private inRow(name: string): Match {
    const found = this.items.flatMap(item =>
      item.qualifiedOnly ? [] : fieldInRow(item.relation, name) ?? [],
    );
    return found.length === 1 ? { column: found[0] } : undefined;
  }

  private open(name: string): Match {
    const open = this.items.filter(
      item => !item.qualifiedOnly && item.relation.slots.some(isOpen),
    );
    if (open.length === 0) return undefined;
    const column = open.length === 1 ? openColumn(open[0], name) : undefined;
    if (column) return { column };
    const isTold = open.some(({ relation }) =>
      relation.slots.some(slot => isOpen(slot) && !slot.what),
    );
    if (isTold) return { reason: '' };
    const names = open.map(item => item.names.at(-1) ?? '?').join(', ');
    return {
      reason: `Column ${name} may be of any of ${names}, whose columns are not known: write its table before it.`,
    };
  }

  private similarColumn(name: string): RelationColumn | undefined {
    const found = this.items.flatMap(item =>
      item.qualifiedOnly ? [] : similar(item, name) ?? [],
    );
    return found.length === 1 ? found[0] : undefined;
  }
}

function toResolution(
  match: NonNullable<Match>,
  rest: Identifier[],
): Resolution {
  return 'column' in match
    ? { found: match.column, rest, warning: match.warning }
    : match;
}

/** A column of unknown columns, where these are of one origin. */
function openColumn(item: ScopeItem, name: string): RelationColumn | undefined {
  const open = item.relation.slots.filter(isOpen);
  return open.length === 1 ? open[0].columnNamed?.(name) : undefined;
}

/** The one field of that name in the rows of a relation, the outermost first. */
function fieldInRow(
  relation: Relation,
  name: string,
): RelationColumn | undefined {
  let level = relation.slots.filter(
    (slot): slot is RelationColumn =>
      !isOpen(slot) && Boolean(slot.dataType?.fields.length),
  );
  while (level.length > 0) {
    const fields = level.flatMap(column =>
      (column.dataType?.fields ?? []).map(field => fieldOf(column, field.name)),
    );
    const found = fields.filter(field => field.name === name);
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
    level = fields.filter(field => field.dataType?.fields.length);
  }
  return undefined;
}

/** What is said where a name was only found with other capitals. */
export function takenAs(name: string, found: string): string {
  return `Flink's names are case-sensitive: ${name} is taken as ${found}.`;
}

function similar(item: ScopeItem, name: string): RelationColumn | undefined {
  const found = item.relation.slots.filter(
    (slot): slot is RelationColumn =>
      !isOpen(slot) && sameLetters(slot.name, name),
  );
  return found.length === 1 ? found[0] : undefined;
}

function endsWith(
  names: string[],
  qualifier: Identifier[],
  equal: (a: string, b: string) => boolean,
): boolean {
  const from = names.length - qualifier.length;
  return (
    from >= 0 && qualifier.every((part, i) => equal(names[from + i], part.name))
  );
}

function same(a: string, b: string): boolean {
  return a === b;
}

function sameLetters(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
