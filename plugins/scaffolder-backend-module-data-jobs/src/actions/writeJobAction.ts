import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { composeJob } from '../job/composeJob';
import { filesAsMarkdown, jobFiles } from '../job/jobFiles';

/** `data-jobs:write-job`: the files with which Git owns a job, in the workspace. */
export function writeJobAction() {
  return createTemplateAction({
    id: 'data-jobs:write-job',
    description:
      'Writes a DataJob into the workspace: catalog-info.yaml, its SQL or configuration in a file of its own, and a README. A publish step can follow.',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the job'),
        namespace: z => z.string().optional().describe('Default: default'),
        title: z => z.string().optional(),
        description: z => z.string().optional(),
        spec: z => z.record(z.any()).describe('The spec of the DataJob'),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe('Folder in the workspace. Default: the workspace itself'),
      },
      output: {
        files: z => z.array(z.string()).describe('Paths in the workspace'),
        markdown: z => z.string().describe('The files, to be read and copied'),
      },
    },
    async handler(ctx) {
      const { targetPath = '.', ...input } = ctx.input;
      const files = jobFiles(composeJob(input).entity);
      const folder = resolveSafeChildPath(ctx.workspacePath, targetPath);
      for (const { path, content } of files) {
        const target = resolveSafeChildPath(folder, path);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, content);
        ctx.logger.info(`Wrote ${join(targetPath, path)}`);
      }
      ctx.output(
        'files',
        files.map(({ path }) => join(targetPath, path)),
      );
      ctx.output('markdown', filesAsMarkdown(files));
    },
  });
}
