import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ImpactReport } from '@datalark/backstage-plugin-data-lineage-common';
import { Authorizer } from '../service/Authorizer';
import { Caller } from '../service/Caller';
import { OwnerNotifier } from './OwnerNotifier';

const caller: Caller = {
  credentials: mockCredentials.user('user:default/amara'),
  surface: 'page',
};
const node = (id: string) => ({
  id,
  type: 'dataset' as const,
  namespace: 'kafka://k',
  name: id,
  title: id,
  more: { upstream: 0, downstream: 0 },
});
const item = (id: string, ...columns: string[]) => ({
  node: node(id),
  columns: columns.map(name => ({ name, transformations: [] })),
  distance: 1,
  quality: [],
});
const report: ImpactReport = {
  start: { node: node('orders'), columns: ['amount'] },
  owners: [
    { owner: 'group:default/bi', items: [item('totals', 'sum'), item('b')] },
    { owner: 'group:default/ml', items: [item('features', 'x')] },
    { items: [item('lost')] },
  ],
  hidden: 1,
  asOf: '',
};

function notifier(options: { failFor?: string[]; denied?: boolean } = {}) {
  const sent: any[] = [];
  const notify = new OwnerNotifier({
    notifications: {
      send: async notification => {
        const { entityRef } = notification.recipients as { entityRef: string };
        if (options.failFor?.includes(entityRef)) throw new Error('down');
        sent.push(notification);
      },
    },
    authorizer: new Authorizer(
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(() => ({
            result: options.denied
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })) as any,
      }),
    ),
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    logger: mockServices.logger.mock(),
    impact: async () => report,
  });
  return { notify, sent };
}

const query = {
  node: 'dataset:kafka%3A%2F%2Fk:orders',
  columns: ['amount'],
  message: 'amount becomes cents on Monday',
};

describe('OwnerNotifier', () => {
  it('writes once to each owner, about what is his', async () => {
    const { notify, sent } = notifier();
    expect(await notify.notify(caller, query)).toEqual({
      owners: ['group:default/bi', 'group:default/ml'],
      withoutOwner: 1,
    });
    expect(sent).toHaveLength(2);
    expect(sent[0]).toMatchObject({
      recipients: { type: 'entity', entityRef: 'group:default/bi' },
      payload: {
        title: 'user:default/amara writes about amount of orders',
        topic: 'lineage-impact',
        link: '/lineage/impact?node=orders&column=amount',
      },
    });
    expect(sent[0].payload.description).toBe(
      'amount becomes cents on Monday\n\nYou own what depends on it:\ntotals: sum\nb',
    );
  });

  it('tells the others when one cannot be told, and fails when none can', async () => {
    const some = notifier({ failFor: ['group:default/bi'] });
    expect((await some.notify.notify(caller, query)).owners).toEqual([
      'group:default/ml',
    ]);
    const none = notifier({
      failFor: ['group:default/bi', 'group:default/ml'],
    });
    await expect(none.notify.notify(caller, query)).rejects.toThrow('down');
  });

  it('asks for the permission and for a message', async () => {
    const { notify, sent } = notifier({ denied: true });
    await expect(notify.notify(caller, query)).rejects.toThrow(
      /data-lineage.owners.notify/,
    );
    await expect(
      notify.notify(caller, { ...query, message: ' ' }),
    ).rejects.toThrow(/message/);
    expect(sent).toEqual([]);
  });
});
