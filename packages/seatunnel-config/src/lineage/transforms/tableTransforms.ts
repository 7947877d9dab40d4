import type { FlowTable } from '../flow/FlowTable';
import { textOption } from '../places/options';
import { matchesWhole } from './matchingPattern';
import { renamed } from './renamed';
import type { Transform, TransformStep } from './Transform';

/** `TableRename`: the last part of the path by the rules of FieldRename. */
export const tableRename: Transform = step => {
  const name = step.table.path.at(-1);
  const target = name === undefined ? undefined : renamed(name, step.options);
  if (target === undefined) {
    step.problems.unclear(
      `${step.path}.replacements_with_regex`,
      'A pattern is not understood; the table names that it makes are unknown.',
      'Use a simpler pattern.',
    );
    return [step.table];
  }
  return [{ ...step.table, path: [...step.table.path.slice(0, -1), target] }];
};

/** `TableMerge`: the path that all tables get; {@link merged} makes one of them. */
export const tableMerge: Transform = step => {
  const { options, table } = step;
  const database =
    textOption(options, 'database') ??
    (table.path.length > 1 ? table.path[0] : undefined);
  const schema =
    textOption(options, 'schema') ??
    (table.path.length > 2 ? table.path[1] : undefined);
  const name = textOption(options, 'table');
  if (name === undefined) {
    step.problems.wrong(
      `${step.path}.table`,
      'TableMerge does not say the name of the table.',
      'Add table.',
    );
    return [table];
  }
  const path = [database, database === undefined ? undefined : schema, name];
  return [
    { ...table, path: path.filter(part => part !== undefined) as string[] },
  ];
};

/** Tables of the same path as one: their columns by name, all their rows. */
export function merged(tables: readonly FlowTable[]): FlowTable[] {
  const byPath = new Map<string, FlowTable>();
  for (const table of tables) {
    const key = JSON.stringify(table.path);
    const other = byPath.get(key);
    byPath.set(key, other ? union(other, table) : table);
  }
  return [...byPath.values()];
}

function union(a: FlowTable, b: FlowTable): FlowTable {
  const names = [
    ...new Set([...a.columns, ...b.columns].map(column => column.name)),
  ];
  return {
    path: a.path,
    columns: names.map(name => ({
      name,
      feeds: [...a.columns, ...b.columns]
        .filter(one => one.name === name)
        .flatMap(one => one.feeds),
    })),
    open: [...a.open, ...b.open],
    influences: [...a.influences, ...b.influences],
    origins: [...new Set([...a.origins, ...b.origins])],
  };
}

/** `TableFilter`: tables whose names match go on, or the others. */
export const tableFilter: Transform = step => {
  const { path } = step.table;
  const parts: [string, string | undefined][] = [
    ['database_pattern', path.length > 1 ? path[0] : undefined],
    ['schema_pattern', path.length > 2 ? path[1] : undefined],
    ['table_pattern', path.at(-1)],
  ];
  const given = parts.filter(([option]) => textOption(step.options, option));
  const answers = given.map(([option, name]) => answer(step, option, name));
  if (answers.includes(undefined)) return [step.table];
  const matches = answers.every(Boolean);
  const excludes =
    textOption(step.options, 'pattern_mode')?.toUpperCase() === 'EXCLUDE';
  return matches === excludes ? [] : [step.table];
};

function answer(
  step: TransformStep,
  option: string,
  name: string | undefined,
): boolean | undefined {
  const pattern = textOption(step.options, option)!;
  const matches = name === undefined ? false : matchesWhole(pattern, name);
  if (matches === undefined) {
    step.problems.unclear(
      `${step.path}.${option}`,
      'The pattern is not understood; all tables count as going on.',
      'Use a simpler pattern.',
    );
  }
  return matches;
}
