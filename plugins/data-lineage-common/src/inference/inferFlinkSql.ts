import type {
  ColumnEdge,
  KnownTable,
  StatementLineage,
  TablePath,
} from '@datalark/flink-sql';
import { datasetOf, lineageOf, tableName } from '@datalark/flink-sql';
import type { JobDataset } from '@datalark/openlineage';
import {
  datasetNameOf,
  jobEventOf,
  namingRuleOf,
  scopedToJob,
  systemOf,
} from '@datalark/openlineage';
import type { LineageName } from '../NodeId';
import type { FilledText } from './filledText';
import { filledText } from './filledText';
import type { Inference, InferenceRequest } from './InferenceRequest';
import { LINEAGE_PRODUCER } from './lineageProducer';

/** The catalog of every new session: what is in it lives as long as the session. */
const SESSION_CATALOG = 'default_catalog';

/** What a Flink SQL script reads and writes, its own DDL being its catalog. */
export function inferFlinkSql(request: InferenceRequest): Inference {
  const { job, definition } = request;
  const written = typeof definition.sql === 'string' ? definition.sql : '';
  const filled = filledText(written, request.variables ?? {});
  const lineage = lineageOf(filled.text, {
    tables: request.knownTables,
    definitions: request.definitions,
  });
  const tables = new Map(
    lineage.tables.map(table => [tableName(table.path), table]),
  );
  const running = lineage.statements.filter(one => isRun(one, tables));
  const datasets = new Map<string, JobDataset>();
  const dataset = (path: TablePath): JobDataset => {
    const name = tableName(path);
    const known = datasets.get(name);
    if (known) return known;
    const made = datasetOfTable(tables.get(name) ?? { path }, job);
    datasets.set(name, made);
    return made;
  };
  const edges = running.flatMap(one => one.edges);
  return {
    event: jobEventOf({
      job,
      inputs: distinct(running.flatMap(({ inputs }) => inputs.map(dataset))),
      outputs: distinct(running.flatMap(({ outputs }) => outputs.map(dataset))),
      columnEdges: edges.flatMap(edge =>
        edge.target.column === undefined
          ? []
          : {
              from: fieldOf(dataset(edge.source.table), edge.source.column),
              to: fieldOf(dataset(edge.target.table), edge.target.column),
              transformations: [transformationOf(edge, filled)],
            },
      ),
      influences: edges.flatMap(edge =>
        edge.target.column === undefined
          ? {
              from: fieldOf(dataset(edge.source.table), edge.source.column),
              to: pairOf(dataset(edge.target.table)),
              transformations: [transformationOf(edge, filled)],
            }
          : [],
      ),
      sql: { query: written, dialect: 'flink' },
      processingType: request.processing === 'batch' ? 'BATCH' : 'STREAMING',
      integration: 'FLINK',
      jobType: 'JOB',
      eventTime: request.eventTime,
      producer: request.producer ?? LINEAGE_PRODUCER,
    }),
    problems: lineage.problems.map(({ severity, message, span }) => ({
      severity,
      message,
      span: filled.writtenSpan(span.start, span.end),
    })),
  };
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

/**
 * The table by the name of the data behind it, with the session's name of it as
 * a symlink within the job: that is how Flink's listener calls tables that it
 * cannot name. Generators and the like have only that one.
 */
function datasetOfTable(table: KnownTable, job: LineageName): JobDataset {
  const columns = table.columns?.filter(({ kind }) => kind !== 'computed');
  const schema = columns && {
    schema: columns.map(({ name, type }) => ({ name, ...(type && { type }) })),
  };
  const name = tableName(table.path);
  const local = scopedToJob({ namespace: '', name }, job);
  const address = datasetOf(table);
  if (!address) {
    const { catalog, database } = table.path;
    const isSessions = catalog === SESSION_CATALOG || table.options;
    const own = isSessions
      ? local
      : {
          namespace: `catalog://${catalog}`,
          name: `${database}.${table.path.table}`,
        };
    return { ...own, ...schema };
  }
  if (namingRuleOf(systemOf(address.system)).form === 'nothing') {
    return { ...local, ...schema };
  }
  const named = datasetNameOf(address);
  return {
    ...pairOf(named),
    ...schema,
    symlinks: [...(named.symlinks ?? []), { ...local, type: 'TABLE' }],
  };
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

function pairOf({ namespace, name }: LineageName): LineageName {
  return { namespace, name };
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
