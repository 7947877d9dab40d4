import { ResolvedDefinition } from '@datalark/backstage-plugin-data-jobs-node';
import { compareSeaTunnelJobs } from './compareSeaTunnelJobs';

const job = (config: object, parallelism = 1): ResolvedDefinition => ({
  type: 'seatunnel',
  definition: { config } as ResolvedDefinition['definition'],
  processing: 'streaming',
  parallelism,
  configuration: {},
});
const BASE = {
  source: [{ plugin_name: 'Kafka', topic: 'orders', password: 'hidden-1' }],
  transform: [{ plugin_name: 'Sql', query: 'select 1' }],
  sink: [{ plugin_name: 'Console' }],
};

describe('compareSeaTunnelJobs', () => {
  const compare = (after: object, parallelism = 1) =>
    compareSeaTunnelJobs(job(BASE), job({ ...BASE, ...after }, parallelism));

  it('lets transforms change, which keep nothing', () => {
    expect(
      compare({ transform: [{ plugin_name: 'Sql', query: 'select 2' }] }),
    ).toEqual({ verdict: 'compatible', reasons: [], basis: 'definition' });
  });

  it('names the options that change, never their values', () => {
    const found = compare({
      source: [{ plugin_name: 'Kafka', topic: 'other', password: 'hidden-2' }],
    });
    expect(found).toMatchObject({
      verdict: 'risky',
      reasons: [
        {
          subject: 'source[0].Kafka',
          message: expect.stringContaining('topic, password'),
        },
      ],
    });
    expect(JSON.stringify(found)).not.toContain('hidden');
  });

  it('finds plugins that cannot read the state', () => {
    expect(
      compare({ source: [{ plugin_name: 'FakeSource' }], sink: [] }),
    ).toMatchObject({
      verdict: 'needs-clean-start',
      reasons: [
        { message: expect.stringContaining('becomes FakeSource') },
        { subject: 'sink[0].Console' },
      ],
    });
  });

  it('does not promise what was not tried', () => {
    expect(compare({ transform: [] }).verdict).toBe('risky');
    expect(compare({}, 2).reasons).toMatchObject([
      { subject: 'spec.parallelism' },
    ]);
    expect(
      compare({ sink: [...BASE.sink, { plugin_name: 'Jdbc' }] }).reasons,
    ).toMatchObject([{ subject: 'sink[1].Jdbc' }]);
  });

  it('says of what it cannot read that it cannot tell', () => {
    const broken = job(BASE);
    broken.definition = { config: 'source {' } as never;
    expect(compareSeaTunnelJobs(job(BASE), broken).verdict).toBe('risky');
  });
});
