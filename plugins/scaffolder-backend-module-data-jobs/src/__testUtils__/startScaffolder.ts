import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import request from 'supertest';
import { scaffolderModuleDataJobs } from '../module';
import { exampleEntities } from './exampleFiles';

/** What a dry run answers, as far as tests look at it. */
export type DryRun = {
  status: number;
  body: {
    log?: Array<{
      body: { message: string; stepId?: string; status?: string };
    }>;
    output?: { text?: Array<{ title: string; content: string }> };
    directoryContents?: Array<{ path: string; base64Content: string }>;
    error?: { message: string };
    errors?: unknown[];
  };
};

/**
 * A real scaffolder with the module under test. The actions that data-jobs
 * registers are stand-ins: validate answers `problems`, register must not run.
 */
export async function startScaffolder(problems: DefinitionProblem[] = []) {
  const registered: unknown[] = [];
  const jobInput = (z: any) => ({
    name: z.string(),
    namespace: z.string().optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    spec: z.record(z.any()),
    message: z.string().optional(),
  });
  const standIns = createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'data-jobs-stand-ins',
    register(env) {
      env.registerInit({
        deps: { actions: scaffolderActionsExtensionPoint },
        async init({ actions }) {
          actions.addActions(
            createTemplateAction({
              id: 'data-jobs:validate-job',
              supportsDryRun: true,
              schema: {
                input: z => z.object(jobInput(z)).strict(),
                output: { problems: z => z.array(z.any()) },
              },
              async handler(ctx) {
                ctx.output('problems', problems);
              },
            }),
            createTemplateAction({
              id: 'data-jobs:register-job',
              schema: {
                input: z =>
                  z.object({ ...jobInput(z), deploy: z.boolean() }).strict(),
              },
              async handler(ctx) {
                registered.push(ctx.input);
              },
            }),
          );
        },
      });
    },
  });
  const { server } = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleDataJobs,
      standIns,
      catalogServiceMock.factory({
        entities: exampleEntities().map(({ entity }) => ({
          ...entity,
          metadata: { namespace: 'default', ...entity.metadata },
        })),
      }),
      mockServices.permissions.factory(),
    ],
  });
  return {
    registered,
    async dryRun(
      template: unknown,
      values: Record<string, unknown>,
    ): Promise<DryRun> {
      return request(server)
        .post('/api/scaffolder/v2/dry-run')
        .send({ template, values, directoryContents: [] });
    },
  };
}
