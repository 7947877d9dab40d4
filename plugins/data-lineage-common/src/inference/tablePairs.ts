import type { StatementLineage, TablePath } from '@datalark/flink-sql';
import { tableName } from '@datalark/flink-sql';

/**
 * Which table gets into which. The INSERTs of a statement set are one statement:
 * there columns tell, and undefined where they do not tell of every table.
 */
export function tablePairs(
  statement: StatementLineage,
): { source: TablePath; target: TablePath }[] | undefined {
  const { inputs, outputs, edges, wholeCopies } = statement;
  if (outputs.length === 1) {
    return inputs.map(source => ({ source, target: outputs[0] }));
  }
  const pairs = [
    ...edges.map(({ source, target }) => ({
      source: source.table,
      target: target.table,
    })),
    ...wholeCopies,
  ];
  const named = new Set(pairs.map(({ source }) => tableName(source)));
  if (inputs.some(path => !named.has(tableName(path)))) return undefined;
  return [
    ...new Map(
      pairs.map(({ source, target }) => [
        `${tableName(source)} ${tableName(target)}`,
        { source, target },
      ]),
    ).values(),
  ];
}
