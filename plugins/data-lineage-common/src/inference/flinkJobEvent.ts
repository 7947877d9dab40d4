import type {
  ColumnEdge,
  KnownTable,
  StatementLineage,
  TablePath,
  TextSpan,
} from '@datalark/flink-sql';
import { tableName } from '@datalark/flink-sql';
import type { JobDataset, JobEvent } from '@datalark/openlineage';
import { jobEventOf } from '@datalark/openlineage';
import type { SourceSpan } from '../LineageGraph';
import type { LineageName } from '../NodeId';
import { datasetsOfTable, pairOf } from './flinkDatasets';
import type { InferenceRequest } from './InferenceRequest';
import { LINEAGE_PRODUCER } from './lineageProducer';
import { tablePairs } from './tablePairs';

/** What statements are known to do, and what an event says of it besides. */
export type FlinkFlows = {
  statements: readonly StatementLineage[];
  tables: readonly KnownTable[];
  /** Names of tables whose columns another one has told. */
  fromCatalog?: ReadonlySet<string>;
  /** Default true: tables have names in a session that runs may report. */
  hasSession?: boolean;
  /** Not all tables are known: of a side with none at all nothing is said. */
  isPartial?: boolean;
  sql?: string;
  /** Where in the definition something is written. */
  spanOf?(span: TextSpan): SourceSpan;
};

/** The event of statements that run as one Flink job. */
export function flinkJobEvent(
  request: InferenceRequest,
  flows: FlinkFlows,
): JobEvent {
  const { job } = request;
  const { fromCatalog = new Set(), hasSession, isPartial, sql, spanOf } = flows;
  const tables = new Map(
    flows.tables.map(table => [tableName(table.path), table]),
  );
  const running = flows.statements.filter(one => isRun(one, tables));
  const datasets = new Map<string, JobDataset[]>();
  const datasetsAt = (path: TablePath): JobDataset[] => {
    const name = tableName(path);
    const known = datasets.get(name);
    if (known) return known;
    const made = datasetsOfTable(
      told(tables.get(name) ?? { path }, fromCatalog),
      job,
      hasSession,
    );
    datasets.set(name, made);
    return made;
  };
  const side = (paths: readonly TablePath[]) => {
    const found = distinct(paths.flatMap(datasetsAt));
    return isPartial && found.length === 0 ? undefined : found;
  };
  const scanned = new Set(
    running
      .flatMap(({ inputs, lookups = [] }) => {
        const only = new Set(lookups.map(tableName));
        return inputs.filter(path => !only.has(tableName(path)));
      })
      .flatMap(datasetsAt)
      .map(keyOf),
  );
  const edges = running.flatMap(({ edges: those }) =>
    those.flatMap(edge =>
      datasetsAt(edge.source.table).flatMap(source =>
        datasetsAt(edge.target.table).map(target => ({
          column: edge.target.column,
          from: fieldOf(source, edge.source.column),
          to: pairOf(target),
          transformations: [transformationOf(edge, spanOf)],
        })),
      ),
    ),
  );
  const pairs =
    !isPartial && running.every(one => tablePairs(one))
      ? running.flatMap(one => tablePairs(one)!)
      : undefined;
  return jobEventOf({
    job,
    inputs: side(running.flatMap(({ inputs }) => inputs))?.map(input =>
      scanned.has(keyOf(input)) ? input : { ...input, isLookup: true },
    ),
    outputs: side(running.flatMap(({ outputs }) => outputs)),
    columnEdges: edges.flatMap(({ column, to, ...edge }) =>
      column === undefined ? [] : { ...edge, to: fieldOf(to, column) },
    ),
    influences: edges.flatMap(({ column, ...edge }) =>
      column === undefined ? edge : [],
    ),
    tableEdges: pairs?.flatMap(({ source, target }) =>
      datasetsAt(source).flatMap(from =>
        datasetsAt(target).map(to => ({ from: pairOf(from), to: pairOf(to) })),
      ),
    ),
    ...(sql !== undefined && { sql: { query: sql, dialect: 'flink' } }),
    processingType: request.processing === 'batch' ? 'BATCH' : 'STREAMING',
    integration: 'FLINK',
    jobType: 'JOB',
    eventTime: request.eventTime,
    producer: request.producer ?? LINEAGE_PRODUCER,
  });
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

function transformationOf(edge: ColumnEdge, spanOf: FlinkFlows['spanOf']) {
  const { type, subtype, masking, span } = edge;
  return {
    type,
    subtype,
    ...(masking && { masking }),
    // besides OpenLineage's fields: the piece of the SQL that does it
    ...(spanOf && { span: spanOf(span) }),
  };
}

function fieldOf(dataset: LineageName, field: string) {
  return { ...pairOf(dataset), field };
}

function keyOf({ namespace, name }: LineageName): string {
  return JSON.stringify([namespace, name]);
}

// Two tables of one session may stand for the same data.
function distinct(datasets: JobDataset[]): JobDataset[] {
  const found = new Map<string, JobDataset>();
  for (const dataset of datasets) {
    const key = keyOf(dataset);
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
