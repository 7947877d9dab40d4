import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { lexicalProblems, tokenize } from '@datalark/flink-sql';
import { FlinkTable } from './FlinkTable';
import { refuseLiteralSecrets } from './literalSecrets';
import { renderFlinkSql } from './renderFlinkSql';
import { ResolvedTable, tableOfEntity } from './tableOfEntity';

const UNENDING = ['datagen', 'kafka'];

/** A side of a pipeline: an entity with its `ref`, or a connector with its options. @public */
export type PipelineSide = {
  /** A Dataset or DataSource. */
  ref?: string;
  /** Topic, table or path, when `ref` is a DataSource. */
  table?: string;
  /** Format of topics and files. */
  format?: string;
  connector?: string;
  options?: Record<string, string | number | boolean | null>;
  /** Where the catalog names none. */
  columns?: FlinkTable['columns'];
};

/** What the forms of a Flink SQL pipeline ask for. @public */
export type PipelineForm = {
  /** Where the SQL comes from. */
  mode: 'datasets' | 'connectors' | 'sql';
  /** Name of the job. */
  name: string;
  /** For mode `sql`: the SQL itself. */
  sql?: string;
  source?: PipelineSide;
  sink?: PipelineSide;
  /** Default `*`: the columns of the same name. */
  select?: string;
  where?: string;
  /** Default: batch when the source ends by itself. */
  processing?: 'streaming' | 'batch';
};

/** The job that such a form makes. @public */
export type FlinkPipeline = {
  sql: string;
  processing: 'streaming' | 'batch';
  configuration: Record<string, string>;
  /** Refs of Datasets. */
  reads: string[];
  writes: string[];
};

/**
 * Writes the Flink SQL of a pipeline: from Datasets and DataSources of the
 * catalog, from connectors and their options, or as it was written by hand.
 * Rejects with an `InputError` or a `NotFoundError` that names what is missing.
 *
 * @public
 */
export async function flinkPipeline(
  form: PipelineForm,
  options: {
    /** Answers `undefined` for what is not there, or not to be seen. */
    getEntity(ref: string): Promise<Entity | undefined>;
  },
): Promise<FlinkPipeline> {
  const { mode, name, processing, source: from, sink: to } = form;
  if (mode === 'sql') {
    return {
      sql: checkedSql(form.sql),
      processing: processing ?? 'streaming',
      configuration: {},
      reads: [],
      writes: [],
    };
  }
  if (!from || !to) throw new InputError('Name a source and a sink.');
  const resolve = async (
    each: PipelineSide,
    role: 'source' | 'sink',
    fallbackColumns?: FlinkTable['columns'],
  ): Promise<ResolvedTable> =>
    mode === 'datasets'
      ? tableOfEntity(
          { ...each, ref: required(each.ref, role) },
          {
            role,
            jobName: name,
            getEntity: options.getEntity,
            fallbackColumns,
          },
        )
      : tableOfConnector(each, role, fallbackColumns);
  const source = await resolve(from, 'source');
  const sink = await resolve(to, 'sink', source.table.columns);
  return {
    sql: renderFlinkSql({
      source: source.table,
      sink: sink.table,
      select: form.select,
      where: form.where,
    }),
    processing: processing ?? (source.bounded ? 'batch' : 'streaming'),
    configuration: configurationFor(sink.table),
    reads: source.datasetRef ? [source.datasetRef] : [],
    writes: sink.datasetRef ? [sink.datasetRef] : [],
  };
}

/** Rows pass in their order, so the last one with a key wins without Flink's help. */
function configurationFor(sink: FlinkTable): Record<string, string> {
  return sink.columns.some(column => column.primaryKey)
    ? { 'table.exec.sink.upsert-materialize': 'NONE' }
    : {};
}

function checkedSql(sql: string | undefined): string {
  if (!sql?.trim()) throw new InputError('Write the SQL of the job.');
  const problems = lexicalProblems(tokenize(sql));
  if (problems.length > 0) {
    throw new InputError(
      `The SQL cannot be read: ${problems
        .map(
          ({ line, column, message, remedy }) =>
            `line ${line}, column ${column}: ${message} ${remedy}`,
        )
        .join(' ')}`,
    );
  }
  return sql;
}

function tableOfConnector(
  each: PipelineSide,
  role: 'source' | 'sink',
  fallbackColumns: FlinkTable['columns'] = [],
): ResolvedTable {
  const connector = required(each.connector, role);
  const settings = Object.fromEntries(
    Object.entries(each.options ?? {}).flatMap(([key, value]) =>
      value === '' || value === null ? [] : [[key, String(value)]],
    ),
  );
  refuseLiteralSecrets(settings, role);
  return {
    table: {
      name: role,
      columns: each.columns?.length ? each.columns : fallbackColumns,
      options: { connector, ...settings },
    },
    bounded: !UNENDING.includes(connector) || 'number-of-rows' in settings,
  };
}

function required(value: string | undefined, role: string): string {
  if (!value) throw new InputError(`The ${role} is missing. Choose one.`);
  return value;
}
