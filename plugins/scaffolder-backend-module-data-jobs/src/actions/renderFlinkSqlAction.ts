import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { flinkPipeline } from '@datalark/backstage-plugin-data-jobs-common';

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
      const credentials = await ctx.getInitiatorCredentials();
      const { sql, ...pipeline } = await flinkPipeline(ctx.input, {
        getEntity: ref => options.catalog.getEntityByRef(ref, { credentials }),
      });
      if (ctx.input.mode !== 'sql') ctx.logger.info(`\n${sql}`);
      ctx.output('sql', sql);
      ctx.output('processing', pipeline.processing);
      ctx.output('configuration', pipeline.configuration);
      ctx.output('reads', pipeline.reads);
      ctx.output('writes', pipeline.writes);
    },
  });
}
