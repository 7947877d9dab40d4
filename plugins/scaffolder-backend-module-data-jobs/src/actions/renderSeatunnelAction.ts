import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@datalark/seatunnel-config';
import { renderSeatunnel } from '../seatunnel/renderSeatunnel';

/** `data-jobs:render-seatunnel`: a SeaTunnel job out of what a form gives. */
export function renderSeatunnelAction() {
  return createTemplateAction({
    id: 'data-jobs:render-seatunnel',
    description:
      'Writes the configuration of a SeaTunnel job with one source, any transforms and one sink, after checking the options of the plugins. Changes nothing.',
    supportsDryRun: true,
    schema: {
      input: z => {
        const plugin = z.object({
          plugin: z.string().describe('Name of the plugin, such as Jdbc'),
          options: z.record(z.any()).optional().describe('Its options'),
        });
        return z.object({
          processing: z
            .enum(['streaming', 'batch'])
            .describe('Whether the job ends by itself'),
          parallelism: z.number().int().min(1).optional(),
          checkpointIntervalMs: z.number().int().min(10).optional(),
          source: plugin,
          transforms: z.array(plugin).optional(),
          sink: plugin,
        });
      },
      output: {
        config: z => z.string().describe('The job as HOCON'),
      },
    },
    async handler(ctx) {
      const { config, warnings } = renderSeatunnel(
        ctx.input as Omit<typeof ctx.input, 'source' | 'sink'> & {
          source: { plugin: string; options?: JsonObject };
          sink: { plugin: string; options?: JsonObject };
        },
      );
      for (const warning of warnings) ctx.logger.warn(warning);
      ctx.logger.info(`\n${config}`);
      ctx.output('config', config);
    },
  });
}
