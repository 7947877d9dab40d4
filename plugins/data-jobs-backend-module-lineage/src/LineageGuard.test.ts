import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { JobSpec } from '@datalark/backstage-plugin-data-jobs-common';
import { ChangePreview } from '@datalark/backstage-plugin-data-lineage-common';
import { LineageGuard } from './LineageGuard';

const spec = (sql: string): JobSpec => ({
  type: 'flink-sql',
  lifecycle: 'production',
  owner: 'group:default/shop',
  engine: 'fake',
  definition: { sql },
  variables: { TOPIC: 'orders' },
  environments: { staging: { variables: { TOPIC: 'orders-staging' } } },
});

const request = {
  credentials: mockCredentials.user(),
  entityRef: 'datajob:default/orders',
  environment: 'staging',
  before: spec('one'),
  after: spec('two'),
};

function guardOf(
  review: Partial<ChangePreview['review']> | Error,
  asked: unknown[] = [],
) {
  return new LineageGuard({
    auth: mockServices.auth(),
    lineage: {
      previewChange: async change => {
        asked.push(change);
        if (review instanceof Error) throw review;
        return {
          review: { required: true, reasons: ['x vanishes'], ...review },
        } as ChangePreview;
      },
    },
  });
}

describe('LineageGuard', () => {
  it('asks with what runs and what would run', async () => {
    const asked: unknown[] = [];
    const guard = guardOf({ required: false }, asked);
    expect(await guard.objections(request)).toEqual([]);
    expect(asked).toEqual([
      {
        entityRef: 'datajob:default/orders',
        definition: { type: 'flink-sql', sql: 'two' },
        variables: { TOPIC: 'orders-staging' },
        before: {
          definition: { type: 'flink-sql', sql: 'one' },
          variables: { TOPIC: 'orders-staging' },
        },
      },
    ]);
  });

  it('objects until there is a reason, where a reason will do', async () => {
    const guard = guardOf({ reasonSuffices: true });
    expect(await guard.objections(request)).toEqual(['x vanishes']);
    expect(await guard.objections({ ...request, reason: 'agreed' })).toEqual(
      [],
    );
  });

  it('objects whatever the reason, where somebody has to approve', async () => {
    const guard = guardOf({ reasonSuffices: false });
    expect(await guard.objections({ ...request, reason: 'agreed' })).toEqual([
      'x vanishes',
    ]);
  });

  it('lets a first deployment pass', async () => {
    const guard = guardOf({});
    expect(await guard.objections({ ...request, before: undefined })).toEqual(
      [],
    );
  });

  it('needs no data-lineage, and deploys nothing while it cannot answer', async () => {
    expect(
      await guardOf(new NotFoundError('no plugin')).objections(request),
    ).toEqual([]);
    await expect(
      guardOf(new Error('ECONNREFUSED')).objections(request),
    ).rejects.toThrow(/nothing was deployed; try again/);
  });
});
