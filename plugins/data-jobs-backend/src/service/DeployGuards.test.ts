import { mockCredentials } from '@backstage/backend-test-utils';
import { DeployRequest } from '@datalark/backstage-plugin-data-jobs-node';
import { ORDERS, SPEC, TestPlane } from '../__testUtils__/TestPlane';
import { DeployGuards } from './DeployGuards';

const caller = {
  credentials: mockCredentials.user(),
  surface: 'page' as const,
};

describe('DeployGuards', () => {
  let plane: TestPlane;
  const asked: DeployRequest[] = [];
  const guards = (objections: string[]) =>
    new DeployGuards(plane.stores, [
      {
        objections: async request => {
          asked.push(request);
          return objections;
        },
      },
    ]);

  beforeEach(async () => {
    plane = await TestPlane.sqlite();
    asked.length = 0;
    await plane.write({});
    await plane.write({ parallelism: 2 });
  });
  afterEach(async () => plane.stop());

  const checked = async (deployedVersion?: number) => ({
    deployment: { ...(await plane.deployment())!, deployedVersion },
    version: 2,
  });

  it('ask what is deployed and what would be', async () => {
    await guards([]).require(
      caller,
      { entityRef: ORDERS },
      { verb: 'deploy', reason: 'agreed' },
      await checked(1),
    );
    expect(asked).toMatchObject([
      {
        entityRef: ORDERS,
        environment: 'default',
        before: SPEC,
        after: { parallelism: 2 },
        reason: 'agreed',
      },
    ]);
  });

  it('refuse with every objection', async () => {
    await expect(
      guards(['a vanishes.', 'b vanishes.']).require(
        caller,
        { entityRef: ORDERS },
        { verb: 'rollback' },
        await checked(),
      ),
    ).rejects.toThrow('a vanishes. b vanishes.');
    expect(asked[0].before).toBeUndefined();
  });

  it('have no say in what submits nothing new', async () => {
    await guards(['no']).require(
      caller,
      { entityRef: ORDERS },
      { verb: 'stop' },
      await checked(1),
    );
    expect(asked).toEqual([]);
  });
});
