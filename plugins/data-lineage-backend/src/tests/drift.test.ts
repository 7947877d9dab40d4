import request from 'supertest';
import { parse } from 'yaml';
import { Databases } from '../__testUtils__/Databases';
import { runEvent, table, written } from '../__testUtils__/flowEvents';
import { startPortal } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const base = '/api/data-lineage';

describe.each(Databases.kinds)('drift on %s', kind => {
  const databases = new Databases();
  let api: ReturnType<typeof request>;
  afterAll(async () => databases.close());
  beforeAll(async () => {
    const { server } = await startPortal({
      database: await databases.empty(kind),
    });
    api = request(server);
  });

  it('says where origins disagree, and how to declare what is', async () => {
    const jobEvent = (minute: number, inputs: object[], outputs: object[]) => {
      const {
        run: _run,
        eventType: _type,
        ...rest
      } = runEvent({
        job: 'drifting',
        minute,
        inputs,
        outputs,
      });
      return rest;
    };
    await api.post(`${base}/v1/lineage/batch`).send([
      jobEvent(1, [table('said')], [table('both')]),
      runEvent({
        job: 'drifting',
        run: 40,
        inputs: [table('done')],
        outputs: [written('both', { x: [['done', 'x']] })],
      }),
    ]);
    const { body } = await api.get(`${base}/drift?limit=1`);
    const rest = await api.get(`${base}/drift?cursor=${body.nextCursor}`);
    const items = [...body.items, ...rest.body.items];
    expect(
      items.map((item: any) => [item.kind, item.from.name, item.to.name]),
    ).toEqual([
      ['declared-not-observed', 'said', 'drifting'],
      ['observed-not-declared', 'done', 'drifting'],
    ]);
    const { text } = await api.get(`${base}/drift/${items[1].id}/entity`);
    expect(parse(text)).toMatchObject({
      kind: 'Lineage',
      metadata: { name: 'drifting-lineage' },
      spec: {
        type: 'job',
        job: { namespace: 'shop', name: 'drifting' },
        entries: [
          {
            target: table('both'),
            inputs: [table('done')],
            fields: { x: { inputs: [{ ...table('done'), field: 'x' }] } },
          },
        ],
      },
    });
    await api.get(`${base}/drift/nonsense/entity`).expect(404);
  });
});
