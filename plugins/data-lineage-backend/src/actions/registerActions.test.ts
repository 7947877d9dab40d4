import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { LineageServices } from './LineageServices';
import { registerActions } from './registerActions';

const ORDERS = 'dataset:kafka%3A%2F%2Fk:orders';
const graph = { roots: [ORDERS], nodes: [], edges: [], asOf: '' };

describe('actions', () => {
  const registry = actionsRegistryServiceMock();
  const asked: [name: string, query: unknown][] = [];
  const answers =
    (name: string, value: unknown) =>
    async (caller: any, query: unknown): Promise<any> => {
      expect(caller.surface).toBe('action');
      asked.push([name, query]);
      return value;
    };
  const services = {
    graph: {
      graph: answers('graph', graph),
      column: answers('column', graph),
      path: answers('path', graph),
      diff: answers('diff', {
        ...graph,
        columnLinks: [
          {
            from: { node: 'a', column: 'x' },
            to: { node: ORDERS, column: 'id' },
          },
          {
            from: { node: 'a', column: 'y' },
            to: { node: ORDERS, column: 'no' },
          },
        ],
      }),
    },
    search: {
      search: answers('search', { items: [] }),
      nodesOfEntity: async (_caller: any, ref: string) =>
        ref === 'dataset:default/orders' ? [{ id: ORDERS }] : [],
    },
    impact: { impact: answers('impact', { owners: [] }) },
    drift: { list: answers('drift', { items: [] }) },
    preview: {
      preview: answers('preview', {
        graph,
        added: [],
        removed: [],
        problems: [],
        impact: [],
        review: { required: false, reasons: [], approvers: [] },
      }),
    },
    notifier: {
      notify: answers('notify', {
        owners: ['group:default/bi'],
        withoutOwner: 0,
      }),
    },
  } as unknown as LineageServices;
  registerActions(registry as any, services);

  const run = async (name: string, input: object): Promise<any> =>
    (
      await registry.invoke({
        id: `test:${name}`,
        input: input as any,
        credentials: mockCredentials.user(),
      })
    ).output;

  beforeEach(() => {
    asked.length = 0;
  });

  it('say what they do to the world', async () => {
    const { actions } = await registry.list();
    expect(
      actions.map(({ id, attributes }) => [
        id.replace('test:', ''),
        attributes.readOnly,
      ]),
    ).toEqual([
      ['upstream', true],
      ['downstream', true],
      ['path', true],
      ['column-history', true],
      ['search', true],
      ['impact', true],
      ['notify-owners', false],
      ['preview-change', true],
      ['drift', true],
    ]);
  });

  it('take entity refs and node ids', async () => {
    await run('downstream', { of: 'dataset:default/orders', depth: '3' });
    await run('upstream', { of: ORDERS, column: 'id' });
    expect(asked).toEqual([
      ['graph', { direction: 'downstream', nodes: [ORDERS], depth: 3 }],
      ['column', { direction: 'upstream', node: ORDERS, column: 'id' }],
    ]);
    await expect(run('impact', { of: 'dataset:default/none' })).rejects.toThrow(
      /stands for nothing in the lineage graph/,
    );
  });

  it('tell the history of one column only', async () => {
    const { graph: found } = await run('column-history', {
      of: ORDERS,
      column: 'id',
      from: '2026-11-01T00:00:00Z',
    });
    expect(found.columnLinks).toHaveLength(1);
  });

  it('ask for consequences and write to owners', async () => {
    await run('impact', { of: ORDERS, columns: 'id, amount' });
    expect(asked).toEqual([
      ['impact', { node: ORDERS, columns: ['id', 'amount'] }],
    ]);
    expect(
      await run('notify-owners', { of: ORDERS, message: 'Hello' }),
    ).toEqual({ owners: ['group:default/bi'], withoutOwner: 0 });
  });

  it('preview a change, with markdown', async () => {
    const output = await run('preview-change', {
      entityRef: 'sums',
      type: 'flink-sql',
      definition: '{"sql":"SELECT 1"}',
      variables: { PORT: 1 },
    });
    expect(asked).toEqual([
      [
        'preview',
        {
          entityRef: 'datajob:default/sums',
          definition: { type: 'flink-sql', sql: 'SELECT 1' },
          variables: { PORT: '1' },
        },
      ],
    ]);
    expect(output).toMatchObject({
      markdown: '### Lineage of sums\n\nThe lineage stays as it is.\n',
      reviewRequired: false,
    });
  });

  it('refuse what they do not know', async () => {
    await expect(run('upstream', { of: ORDERS, deep: 1 })).rejects.toThrow(
      /deep/,
    );
  });
});
