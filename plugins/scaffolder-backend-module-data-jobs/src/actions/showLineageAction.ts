import { Config } from '@backstage/config';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  dataJobName,
  inferJobEvent,
  lineageMarkdown,
} from '@datalark/backstage-plugin-data-lineage-common';

/** `data-jobs:show-lineage`: what the job that is about to be created reads and writes, column by column. */
export function showLineageAction({ config }: { config: Config }) {
  return createTemplateAction({
    id: 'data-jobs:show-lineage',
    description:
      'Tells which columns of which datasets a job would read and write, from its definition alone: nothing runs, nobody is asked. What is not understood is named.',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the job'),
        spec: z => z.record(z.any()).describe('The spec of the DataJob'),
      },
      output: {
        markdown: z => z.string().describe('GitHub-style markdown'),
        problems: z =>
          z
            .array(z.record(z.any()))
            .describe('What was not understood: severity, message, span'),
      },
    },
    async handler(ctx) {
      const { name, spec } = ctx.input;
      const shared =
        config.getOptional<Record<string, unknown>>('dataJobs.variables') ?? {};
      const variables = { ...shared, ...spec.variables };
      const inference = inferJobEvent({
        job: dataJobName(
          { name },
          config.getOptionalString('dataLineage.jobNamespace'),
        ),
        definition: { ...spec.definition, type: String(spec.type) },
        processing: spec.processing,
        variables: Object.fromEntries(
          Object.entries(variables).map(([key, value]) => [key, String(value)]),
        ),
        eventTime: new Date().toISOString(),
      });
      const markdown = lineageMarkdown(inference);
      ctx.logger.info(`\n${markdown}`);
      ctx.output('markdown', markdown);
      ctx.output('problems', inference.problems);
    },
  });
}
