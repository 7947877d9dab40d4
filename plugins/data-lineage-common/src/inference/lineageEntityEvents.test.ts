import { LineageEntity } from '@datalark/backstage-plugin-data-entities-common';
import { lineageEntityEvents } from './lineageEntityEvents';

const pairs: Record<string, { namespace: string; name: string }> = {
  'dataset:default/orders': { namespace: 'kafka://k:9092', name: 'orders' },
  'dataset:default/archive': { namespace: 'file', name: '/archive' },
  'datajob:default/archive': { namespace: 'datalark', name: 'archive' },
};

function eventsOf(spec: Partial<LineageEntity['spec']>) {
  return lineageEntityEvents(
    {
      apiVersion: 'datalark.io/v1alpha1',
      kind: 'Lineage',
      metadata: { name: 'one', description: 'By hand' },
      spec: {
        type: 'job',
        lifecycle: 'production',
        owner: 'group:default/team',
        entries: [
          {
            target: { ref: 'dataset:default/archive' },
            inputs: [{ ref: 'dataset:default/orders' }],
            fields: {
              id: {
                inputs: [
                  {
                    ref: 'dataset:default/orders',
                    field: 'order_id',
                    transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }],
                  },
                ],
              },
            },
          },
        ],
        ...spec,
      },
    },
    {
      pairOf: ref => pairs[ref],
      fill: text => text.replace('${DIR}', '/data'),
      process: { namespace: 'datalark', name: 'lineage:default/one' },
      eventTime: '2026-11-30T10:00:00Z',
    },
  );
}

describe('lineageEntityEvents', () => {
  it('makes a JobEvent with the explicit lineage facet', () => {
    const { events, unknown } = eventsOf({
      job: { ref: 'datajob:default/archive' },
    });
    expect(unknown).toEqual([]);
    expect(events).toMatchObject([
      {
        job: {
          namespace: 'datalark',
          name: 'archive',
          facets: {
            documentation: { description: 'By hand' },
            lineage: {
              entries: [
                {
                  type: 'DATASET',
                  namespace: 'file',
                  name: '/archive',
                  fields: {
                    id: {
                      inputs: [
                        {
                          type: 'DATASET',
                          namespace: 'kafka://k:9092',
                          name: 'orders',
                          field: 'order_id',
                        },
                      ],
                    },
                  },
                },
              ],
            },
          },
        },
        inputs: [pairs['dataset:default/orders']],
        outputs: [pairs['dataset:default/archive']],
      },
    ]);
  });

  it('lets a process stand for its job', () => {
    expect(eventsOf({ type: 'process' }).events).toMatchObject([
      { job: { namespace: 'datalark', name: 'lineage:default/one' } },
    ]);
  });

  it('makes DatasetEvents where no job is known, and fills in variables', () => {
    const { events } = eventsOf({
      type: 'dataset',
      entries: [
        {
          target: { namespace: 'file', name: '${DIR}/report' },
          inputs: [{ ref: 'dataset:default/orders' }],
        },
      ],
    });
    expect(events).toMatchObject([
      { dataset: { namespace: 'file', name: '/data/report' } },
    ]);
    expect(events[0]).not.toHaveProperty('job');
  });

  it('names what leads nowhere', () => {
    expect(
      eventsOf({
        job: { ref: 'datajob:default/archive' },
        entries: [
          {
            target: { ref: 'dataset:default/archive' },
            inputs: [{ ref: 'dataset:default/gone' }],
          },
        ],
      }).unknown,
    ).toEqual(['dataset:default/gone']);
  });
});
