import {
  ActionsRegistryService,
  actionsRegistryServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { eventually } from '@datalark/backend-test-kit';
import { startPortal } from '../__testUtils__/startPortal';
import { SPEC } from '../__testUtils__/TestPlane';

jest.setTimeout(60_000);

describe('actions', () => {
  const registry = actionsRegistryServiceMock();
  const credentials = mockCredentials.user();
  const run = async (name: string, input: object): Promise<any> => {
    const { output } = await registry.invoke({
      id: `test:${name}`,
      input: input as any,
      credentials,
    });
    return output;
  };

  beforeAll(async () => {
    await startPortal({
      services: [
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry as ActionsRegistryService,
        }),
      ],
    });
  });

  it('say what they do to the world', async () => {
    const { actions } = await registry.list();
    const of = (test: (attributes: any) => boolean) =>
      actions
        .filter(action => test(action.attributes))
        .map(action => action.id.replace('test:', ''))
        .sort();
    expect(of(attributes => attributes.readOnly)).toEqual([
      'compare-environments',
      'export-job',
      'get-job',
      'get-job-schedule',
      'get-metric-history',
      'get-operation',
      'list-alerts',
      'list-engines',
      'list-jobs',
      'list-snapshots',
      'list-unmanaged-jobs',
      'preview-operation',
      'resolve-job',
      'validate-job',
    ]);
    expect(of(attributes => attributes.destructive)).toEqual([
      'bulk-operation',
      'delete-job',
      'deploy-job',
      'restart-job',
      'restore-job',
      'rollback-job',
      'stop-job',
      'suspend-job',
      'update-job',
    ]);
    expect(actions).toHaveLength(28);
    for (const { id, description, schema } of actions) {
      expect({ id, long: description.length > 60 }).toEqual({ id, long: true });
      expect(schema.input).toMatchObject({ type: 'object' });
    }
    const rollback = actions.find(({ id }) => id.includes('rollback'));
    expect(rollback?.schema.input).toMatchObject({
      required: ['entityRef', 'version'],
      properties: { version: { type: 'integer' }, clean: { type: 'boolean' } },
    });
  });

  it('run a job from nothing to the end, whatever the spelling', async () => {
    expect(await run('validate-job', { name: 'orders', spec: SPEC })).toEqual({
      problems: [],
    });
    const registered = await run('register-job', {
      name: 'orders',
      spec: JSON.stringify(SPEC),
      deploy: 'true',
    });
    expect(registered).toMatchObject({
      entityRef: 'datajob:default/orders',
      version: 1,
    });
    const ended = async (id: string) =>
      eventually(
        () => run('get-operation', { id }),
        ({ operation }) => expect(operation.state).toBe('succeeded'),
      );
    const { operation } = await ended(registered.operationId);
    expect(operation).toMatchObject({
      surface: 'action',
      requestedBy: 'user:default/mock',
    });

    const savepoint = await run('savepoint-job', {
      entityRef: 'default/orders',
    });
    await ended(savepoint.operationId);
    const { snapshots } = await run('list-snapshots', { entityRef: 'orders' });
    expect(snapshots).toMatchObject({
      status: 'ok',
      value: [{ kind: 'savepoint' }],
    });

    await run('update-job', {
      entityRef: 'orders',
      spec: { ...SPEC, parallelism: 2 },
    });
    const rollback = await run('rollback-job', {
      entityRef: 'DataJob:default/orders',
      version: '1',
      clean: 'false',
      reason: 'a test',
    });
    expect(rollback.operation).toMatchObject({
      params: { version: 1, clean: false },
      reason: 'a test',
    });
    await ended(rollback.operationId);

    expect(
      await run('list-jobs', { limit: '5', observed: 'running,failed' }),
    ).toMatchObject({ totalItems: 1 });
    expect((await run('list-engines', {})).items).toHaveLength(1);
    const stopped = await run('stop-job', {
      entityRef: 'orders',
      withSavepoint: 'true',
    });
    expect(stopped.operation.params).toEqual({ withSavepoint: true });
    await ended(stopped.operationId);
  });

  it('refuse what they do not know', async () => {
    await expect(
      run('get-job', { entityRef: 'component:default/orders' }),
    ).rejects.toThrow(/a DataJob is needed/);
    await expect(
      run('deploy-job', { entityRef: 'orders', version: 'newest' }),
    ).rejects.toThrow(/version/);
    await expect(
      run('stop-job', { entityRef: 'orders', clean: true }),
    ).rejects.toThrow(/clean/);
    await expect(run('get-job', { entityRef: 'nothing' })).rejects.toThrow(
      /no job/,
    );
  });
});
