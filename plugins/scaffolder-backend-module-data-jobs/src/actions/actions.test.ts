import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { DataJobsApi } from '@datalark/backstage-plugin-data-jobs-common';
import { renderFlinkSqlAction } from './renderFlinkSqlAction';
import { requireValidAction } from './requireValidAction';
import { waitAction } from './waitAction';
import { writeJobAction } from './writeJobAction';

const input = { entityRef: 'datajob:default/x' };
const wait = (api: Partial<DataJobsApi>) =>
  waitAction({
    auth: mockServices.auth(),
    discovery: mockServices.discovery(),
    api: api as DataJobsApi,
  });

describe('data-jobs:wait', () => {
  it('asks nobody in a dry run', async () => {
    const getJob = jest.fn();
    const ctx = {
      ...createMockActionContext({ input }),
      isDryRun: true,
    };
    await wait({ getJob }).handler(ctx);
    expect(getJob).not.toHaveBeenCalled();
    expect(ctx.output).toHaveBeenCalledWith(
      'summary',
      'A dry run deploys nothing.',
    );
  });

  it('asks on behalf of the user and gives the rows', async () => {
    const getJob = jest.fn().mockResolvedValue({
      deployments: [
        {
          environment: 'default',
          observation: {
            state: 'finished',
            health: { state: 'none', reasons: [] },
            engineJobId: '42',
            records: { read: 7, written: 7 },
          },
        },
      ],
    });
    const listOperations = jest.fn().mockResolvedValue([]);
    const ctx = createMockActionContext({ input });
    await wait({ getJob, listOperations }).handler(ctx);
    const [, call] = getJob.mock.calls[0];
    expect(call.token).toEqual(expect.any(String));
    expect(ctx.output).toHaveBeenCalledWith('recordsWritten', 7);
    expect(ctx.output).toHaveBeenCalledWith(
      'summary',
      'The job is finished. Rows read: 7. Rows written: 7.',
    );
  });

  it('says which job is left and how to delete it', async () => {
    const api = {
      getJob: jest.fn().mockResolvedValue({
        deployments: [
          {
            environment: 'default',
            observation: {
              state: 'failed',
              message: 'No slots.',
              health: { state: 'degraded', reasons: [] },
            },
          },
        ],
      }),
      listOperations: jest.fn().mockResolvedValue([]),
    };
    await expect(
      wait(api).handler(createMockActionContext({ input })),
    ).rejects.toThrow(
      /No slots\. The job datajob:default\/x is registered and was not removed: .*data-jobs:delete-job/,
    );
  });
});

describe('data-jobs:require-valid', () => {
  it('lets warnings pass', async () => {
    const ctx = createMockActionContext({
      input: {
        problems: [{ severity: 'warning' as const, message: 'Slow.' }],
      },
    });
    await expect(requireValidAction().handler(ctx)).resolves.toBeUndefined();
  });
});

describe('data-jobs:write-job', () => {
  const workspace = createMockDirectory();
  const job = {
    name: 'x',
    spec: {
      type: 'seatunnel',
      lifecycle: 'experimental',
      owner: 'guest',
      engine: 'local-seatunnel',
      definition: { config: 'env {}\n' },
    },
  };

  it('writes the files into the workspace', async () => {
    const ctx = createMockActionContext({
      workspacePath: workspace.path,
      input: { ...job, targetPath: 'jobs/x' },
    });
    await writeJobAction().handler(ctx);
    expect(ctx.output).toHaveBeenCalledWith('files', [
      'jobs/x/catalog-info.yaml',
      'jobs/x/job.conf',
      'jobs/x/README.md',
    ]);
    expect(workspace.content({ path: 'jobs/x' })).toMatchObject({
      'job.conf': 'env {}\n',
    });
  });

  it('stays inside the workspace', async () => {
    const ctx = createMockActionContext({
      workspacePath: workspace.path,
      input: { ...job, targetPath: '../elsewhere' },
    });
    await expect(writeJobAction().handler(ctx)).rejects.toThrow(
      /not allowed to refer to a directory outside/,
    );
  });
});

describe('data-jobs:render-flink-sql', () => {
  const action = renderFlinkSqlAction({ catalog: catalogServiceMock() });
  const connectors = (source: object, sink: object) =>
    createMockActionContext({
      input: { mode: 'connectors' as const, name: 'x', source, sink },
    });
  const columns = [{ name: 'id', type: 'BIGINT' }];

  it('takes a source with a number of rows for one that ends', async () => {
    const ctx = connectors(
      { connector: 'datagen', options: { 'number-of-rows': 5 }, columns },
      { connector: 'blackhole' },
    );
    await action.handler(ctx);
    expect(ctx.output).toHaveBeenCalledWith('processing', 'batch');
  });

  it('refuses a secret that is written out', async () => {
    const ctx = connectors(
      { connector: 'datagen', columns },
      { connector: 'jdbc', options: { password: 'letmein' } },
    );
    await expect(action.handler(ctx)).rejects.toThrow(
      /^sink: the option password holds a secret\..*\$\{secret:name\}/,
    );
  });

  it('says what is missing', async () => {
    await expect(
      action.handler(connectors({ connector: '' }, {})),
    ).rejects.toThrow('The source is missing. Choose one.');
  });

  it('refuses SQL whose letters are wrong', async () => {
    const ctx = createMockActionContext({
      input: { mode: 'sql' as const, name: 'x', sql: "SELECT 'a" },
    });
    await expect(action.handler(ctx)).rejects.toThrow(
      'line 1, column 8: This string has no end.',
    );
  });
});
