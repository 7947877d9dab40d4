import { CatalogService } from '@backstage/plugin-catalog-node';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { lexicalProblems, tokenize } from '@datalark/flink-sql';
import { FlinkTable } from '../flinkSql/FlinkTable';
import { refuseLiteralSecrets } from '../flinkSql/literalSecrets';
import { renderFlinkSql } from '../flinkSql/renderFlinkSql';
import { ResolvedTable, tableOfEntity } from '../flinkSql/tableOfEntity';
import { problemText } from '../job/problemText';

const UNENDING = ['datagen', 'kafka'];

/** `data-jobs:render-flink-sql`: the SQL of a pipeline out of what a form gives. */
export function renderFlinkSqlAction(options: { catalog: CatalogService }) {
  return createTemplateAction({
    id: 'data-jobs:render-flink-sql',
    description:
      'Writes the Flink SQL of a pipeline: from Datasets and DataSources of the catalog, from connectors and their options, or as it was written by hand. Changes nothing.',
    supportsDryRun: true,
    schema: {
      input: z => {
        const side = z.object({
          ref: z.string().optional().describe('A Dataset or DataSource'),
          table: z
            .string()
            .optional()
            .describe('Topic, table or path, when ref is a DataSource'),
          format: z.string().optional().describe('Format of topics and files'),
          connector: z.string().optional().describe('Name of a connector'),
          options: z
            .record(z.union([z.string(), z.number(), z.boolean(), z.null()]))
            .optional()
            .describe('Options of the connector'),
          columns: z
            .array(
              z.object({
                name: z.string(),
                type: z.string(),
                primaryKey: z.boolean().optional(),
              }),
            )
            .optional()
            .describe('Columns, where the catalog names none'),
        });
        return z.object({
          mode: z
            .enum(['datasets', 'connectors', 'sql'])
            .describe('Where the SQL comes from'),
          name: z.string().describe('Name of the job'),
          sql: z.string().optional().describe('For mode sql: the SQL itself'),
          source: side.optional().describe('What is read'),
          sink: side.optional().describe('What is written'),
          select: z
            .string()
            .optional()
            .describe('Select list; default *: the columns of the same name'),
          where: z
            .string()
            .optional()
            .describe('Condition on the rows that are read'),
          processing: z
            .enum(['streaming', 'batch'])
            .optional()
            .describe('Default: batch when the source ends by itself'),
        });
      },
      output: {
        sql: z => z.string(),
        processing: z => z.enum(['streaming', 'batch']),
        configuration: z => z.record(z.string()),
        reads: z => z.array(z.string()),
        writes: z => z.array(z.string()),
      },
    },
    async handler(ctx) {
      const { mode, name, processing } = ctx.input;
      if (mode === 'sql') {
        const sql = checkedSql(ctx.input.sql);
        ctx.output('sql', sql);
        ctx.output('processing', processing ?? 'streaming');
        ctx.output('configuration', {});
        ctx.output('reads', []);
        ctx.output('writes', []);
        return;
      }
      const { source: from, sink: to } = ctx.input;
      if (!from || !to) {
        throw new InputError('Name a source and a sink.');
      }
      const credentials = await ctx.getInitiatorCredentials();
      const getEntity = (ref: string) =>
        options.catalog.getEntityByRef(ref, { credentials });
      const resolve = async (
        each: typeof from,
        role: 'source' | 'sink',
        fallbackColumns?: FlinkTable['columns'],
      ): Promise<ResolvedTable> =>
        mode === 'datasets'
          ? tableOfEntity(
              { ...each, ref: required(each.ref, role) },
              { role, jobName: name, getEntity, fallbackColumns },
            )
          : tableOfConnector(each, role, fallbackColumns);
      const source = await resolve(from, 'source');
      const sink = await resolve(to, 'sink', source.table.columns);
      const sql = renderFlinkSql({
        source: source.table,
        sink: sink.table,
        select: ctx.input.select,
        where: ctx.input.where,
      });
      ctx.logger.info(`\n${sql}`);
      ctx.output('sql', sql);
      ctx.output(
        'processing',
        processing ?? (source.bounded ? 'batch' : 'streaming'),
      );
      ctx.output('configuration', configurationFor(sink.table));
      ctx.output('reads', source.datasetRef ? [source.datasetRef] : []);
      ctx.output('writes', sink.datasetRef ? [sink.datasetRef] : []);
    },
  });
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
        .map(problem => problemText({ severity: 'error', ...problem }))
        .join(' ')}`,
    );
  }
  return sql;
}

function tableOfConnector(
  each: Side,
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

type Side = {
  connector?: string;
  options?: Record<string, string | number | boolean | null>;
  columns?: FlinkTable['columns'];
};
