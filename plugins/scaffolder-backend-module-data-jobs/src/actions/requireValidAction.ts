import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { problemText } from '../job/problemText';

/** `data-jobs:require-valid`: ends a template when `data-jobs:validate-job` found errors. */
export function requireValidAction() {
  return createTemplateAction({
    id: 'data-jobs:require-valid',
    description:
      'Ends the template when the problems that data-jobs:validate-job found include an error; warnings are only shown.',
    supportsDryRun: true,
    schema: {
      input: {
        problems: z =>
          z
            .array(
              z
                .object({
                  severity: z.enum(['error', 'warning']),
                  message: z.string(),
                  remedy: z.string().optional(),
                  field: z.string().optional(),
                  statement: z.number().optional(),
                  line: z.number().optional(),
                  column: z.number().optional(),
                })
                .passthrough(),
            )
            .describe('Problems as data-jobs:validate-job gives them'),
      },
      output: {},
    },
    async handler(ctx) {
      const errors = ctx.input.problems.filter(
        problem => problem.severity === 'error',
      );
      for (const problem of ctx.input.problems) {
        if (problem.severity === 'warning') {
          ctx.logger.warn(problemText(problem));
        } else {
          ctx.logger.error(problemText(problem));
        }
      }
      if (errors.length > 0) {
        throw new InputError(
          `Nothing was created. ${errors.map(problemText).join(' ')}`,
        );
      }
      ctx.logger.info('The job is right.');
    },
  });
}
