import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';
import { composeJob } from '../job/composeJob';
import { filesAsMarkdown, jobFiles } from '../job/jobFiles';

/** `data-jobs:compose-job`: the DataJob out of what a form gives, checked against its schema. */
export function composeJobAction() {
  return createTemplateAction({
    id: 'data-jobs:compose-job',
    description:
      'Puts a DataJob together, leaves out what nobody filled in, and checks it against the schema of the kind. Changes nothing.',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the job'),
        namespace: z => z.string().optional().describe('Default: default'),
        title: z => z.string().optional(),
        description: z => z.string().optional(),
        spec: z =>
          z.record(z.any()).describe('The spec of the DataJob; empty = absent'),
        configuration: z =>
          z
            .record(z.union([z.string(), z.number(), z.boolean()]))
            .optional()
            .describe('Added to spec.configuration, which wins'),
      },
      output: {
        entityRef: z => z.string().describe('Reference of the job'),
        job: z =>
          z
            .record(z.any())
            .describe('For data-jobs:validate-job and data-jobs:register-job'),
        yaml: z => z.string().describe('The entity as the catalog reads it'),
        markdown: z => z.string().describe('The files of the job, to be read'),
      },
    },
    async handler(ctx) {
      const { configuration, ...input } = ctx.input;
      const { job, entity, entityRef } = composeJob({
        ...input,
        spec: {
          ...input.spec,
          configuration: { ...configuration, ...input.spec.configuration },
        },
      });
      const yaml = stringify(entity, { lineWidth: 0 });
      ctx.logger.info(`\n${yaml}`);
      ctx.output('entityRef', entityRef);
      ctx.output('job', job);
      ctx.output('yaml', yaml);
      ctx.output('markdown', filesAsMarkdown(jobFiles(entity)));
    },
  });
}
