import type { KnownTable, ScriptLineage } from '@datalark/flink-sql';
import { lineageOf, tableName } from '@datalark/flink-sql';
import { filledText } from './filledText';
import { datasetsOfTable, isPatternOfTopics, pairOf } from './flinkDatasets';
import { flinkJobEvent } from './flinkJobEvent';
import type { Inference, InferenceRequest } from './InferenceRequest';

/** What a Flink SQL script reads and writes, its own DDL being its catalog. */
export function inferFlinkSql(request: InferenceRequest): Inference {
  const { definition } = request;
  const written = typeof definition.sql === 'string' ? definition.sql : '';
  const filled = filledText(written, request.variables ?? {});
  const { lineage, fromCatalog } = lineageWithColumns(filled.text, request);
  return {
    event: flinkJobEvent(request, {
      ...lineage,
      fromCatalog,
      sql: written,
      spanOf: ({ start, end }) => filled.writtenSpan(start, end),
    }),
    problems: [
      ...lineage.problems.map(({ severity, message, span }) => ({
        severity,
        message,
        span: filled.writtenSpan(span.start, span.end),
      })),
      ...lineage.tables
        .filter(isPatternOfTopics)
        .map(({ path, options = {} }) => ({
          severity: 'warning' as const,
          message: `${path.table} reads the topics that match ${options['topic-pattern']}: which there are is only known when it runs. Give their names with 'topic' for lineage before that.`,
        })),
    ],
  };
}

/**
 * Lineage with the columns that the catalog knows of tables that the script does
 * not define.
 */
function lineageWithColumns(
  text: string,
  request: InferenceRequest,
): { lineage: ScriptLineage; fromCatalog: ReadonlySet<string> } {
  const { job, knownTables = [], definitions, columnsOf } = request;
  const lineage = lineageOf(text, { tables: knownTables, definitions });
  const found = lineage.tables.flatMap((table): KnownTable[] => {
    if (table.columns || table.kind === 'view') return [];
    const [dataset, another] = datasetsOfTable(table, job);
    const columns = another ? undefined : columnsOf?.(pairOf(dataset));
    return columns ? [{ ...table, columns: [...columns] }] : [];
  });
  if (found.length === 0) return { lineage, fromCatalog: new Set() };
  return {
    lineage: lineageOf(text, {
      tables: [...knownTables, ...found],
      definitions,
    }),
    fromCatalog: new Set(found.map(({ path }) => tableName(path))),
  };
}
