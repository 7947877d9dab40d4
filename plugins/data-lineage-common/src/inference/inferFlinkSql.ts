import type {
  ColumnEdge,
  KnownTable,
  ScriptLineage,
  StatementLineage,
  TablePath,
} from '@datalark/flink-sql';
import { lineageOf, tableName } from '@datalark/flink-sql';
import type { JobDataset } from '@datalark/openlineage';
import { jobEventOf } from '@datalark/openlineage';
import type { LineageName } from '../NodeId';
import type { FilledText } from './filledText';
import { filledText } from './filledText';
import { datasetsOfTable, isPatternOfTopics, pairOf } from './flinkDatasets';
import type { Inference, InferenceRequest } from './InferenceRequest';
import { LINEAGE_PRODUCER } from './lineageProducer';
import { tablePairs } from './tablePairs';

/** What a Flink SQL script reads and writes, its own DDL being its catalog. */
export function inferFlinkSql(request: InferenceRequest): Inference {
  const { job, definition } = request;
  const written = typeof definition.sql === 'string' ? definition.sql : '';
  const filled = filledText(written, request.variables ?? {});
  const { lineage, fromCatalog } = lineageWithColumns(filled.text, request);
  const tables = new Map(
    lineage.tables.map(table => [tableName(table.path), table]),
  );
  const running = lineage.statements.filter(one => isRun(one, tables));
  const datasets = new Map<string, JobDataset[]>();
  const datasetsAt = (path: TablePath): JobDataset[] => {
    const name = tableName(path);
    const known = datasets.get(name);
    if (known) return known;
    const made = datasetsOfTable(
      told(tables.get(name) ?? { path }, fromCatalog),
      job,
    );
    datasets.set(name, made);
    return made;
  };
  const edges = running.flatMap(({ edges: those }) =>
    those.flatMap(edge =>
      datasetsAt(edge.source.table).flatMap(source =>
        datasetsAt(edge.target.table).map(target => ({ edge, source, target })),
      ),
    ),
  );
  const pairs = running.every(one => tablePairs(one))
    ? running.flatMap(one => tablePairs(one)!)
    : undefined;
  return {
    event: jobEventOf({
      job,
      inputs: distinct(running.flatMap(one => one.inputs.flatMap(datasetsAt))),
      outputs: distinct(
        running.flatMap(one => one.outputs.flatMap(datasetsAt)),
      ),
      columnEdges: edges.flatMap(({ edge, source, target }) =>
        edge.target.column === undefined
          ? []
          : {
              from: fieldOf(source, edge.source.column),
              to: fieldOf(target, edge.target.column),
              transformations: [transformationOf(edge, filled)],
            },
      ),
      influences: edges.flatMap(({ edge, source, target }) =>
        edge.target.column === undefined
          ? {
              from: fieldOf(source, edge.source.column),
              to: pairOf(target),
              transformations: [transformationOf(edge, filled)],
            }
          : [],
      ),
      tableEdges: pairs?.flatMap(({ source, target }) =>
        datasetsAt(source).flatMap(from =>
          datasetsAt(target).map(to => ({
            from: pairOf(from),
            to: pairOf(to),
          })),
        ),
      ),
      sql: { query: written, dialect: 'flink' },
      processingType: request.processing === 'batch' ? 'BATCH' : 'STREAMING',
      integration: 'FLINK',
      jobType: 'JOB',
      eventTime: request.eventTime,
      producer: request.producer ?? LINEAGE_PRODUCER,
    }),
    problems: [
      ...lineage.problems.map(({ severity, message, span }) => ({
        severity,
        message,
        span: filled.writtenSpan(span.start, span.end),
      })),
      ...lineage.tables.filter(isPatternOfTopics).map(({ path }) => ({
        severity: 'warning' as const,
        message: `${path.table} reads the topics that match ${
          tables.get(tableName(path))!.options!['topic-pattern']
        }: which there are is only known when it runs. Give their names with 'topic' for lineage before that.`,
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

/** What the catalog has told is not for the definition to tell. */
function told(table: KnownTable, fromCatalog: ReadonlySet<string>): KnownTable {
  if (!fromCatalog.has(tableName(table.path))) return table;
  const { columns: _columns, ...rest } = table;
  return rest;
}

/** A view only names a query: data flows when something reads it. */
function isRun(
  { kind, outputs }: StatementLineage,
  tables: Map<string, KnownTable>,
): boolean {
  if (['insert', 'statement-set', 'change', 'execute-plan'].includes(kind)) {
    return true;
  }
  return (
    ['create', 'replace', 'alter'].includes(kind) &&
    outputs.some(path => tables.get(tableName(path))?.kind !== 'view')
  );
}

function transformationOf(edge: ColumnEdge, filled: FilledText) {
  const { type, subtype, masking, span } = edge;
  return {
    type,
    subtype,
    ...(masking && { masking }),
    // besides OpenLineage's fields: the piece of the SQL that does it
    span: filled.writtenSpan(span.start, span.end),
  };
}

function fieldOf(dataset: LineageName, field: string) {
  return { ...pairOf(dataset), field };
}

// Two tables of one session may stand for the same data.
function distinct(datasets: JobDataset[]): JobDataset[] {
  const found = new Map<string, JobDataset>();
  for (const dataset of datasets) {
    const key = JSON.stringify([dataset.namespace, dataset.name]);
    const before = found.get(key);
    if (!before) {
      found.set(key, dataset);
    } else if (before !== dataset) {
      found.set(key, {
        ...before,
        symlinks: [...(before.symlinks ?? []), ...(dataset.symlinks ?? [])],
      });
    }
  }
  return [...found.values()];
}
