import { inferJobEvent } from '@datalark/backstage-plugin-data-lineage-common';
import request from 'supertest';
import { parse } from 'yaml';
import { Databases } from '../__testUtils__/Databases';
import { at, runEvent, table, written } from '../__testUtils__/flowEvents';
import { startPortal } from '../__testUtils__/startPortal';
import { TestLineage } from '../__testUtils__/TestLineage';

jest.setTimeout(60_000);

const base = '/api/data-lineage';

describe.each(Databases.kinds)('drift on %s', kind => {
  const databases = new Databases();
  let api: ReturnType<typeof request>;
  let lineage: TestLineage;
  afterAll(async () => databases.close());
  beforeAll(async () => {
    const database = await databases.empty(kind);
    const { server } = await startPortal({ database });
    lineage = new TestLineage(database);
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

  it('does not take a lookup that no run shows for drift, and says so', async () => {
    const job = { namespace: 'shop', name: 'enriching' };
    const kafka = (name: string) =>
      `CREATE TABLE ${name} (id INT, pt AS PROCTIME()) WITH ('connector' = 'kafka', 'topic' = '${name}', 'properties.bootstrap.servers' = 'k:9092');`;
    const postgres = (name: string) =>
      `CREATE TABLE ${name} (id INT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://db:5432/lookups', 'table-name' = '${name}');`;
    const infer = (join: string, minute: number) =>
      inferJobEvent({
        job,
        definition: {
          type: 'flink-sql',
          sql: `${kafka('clicks')} ${kafka('enriched')} ${postgres('users')}
            ${postgres('gone')} ${postgres('rates')}
            INSERT INTO enriched SELECT u.id FROM clicks AS c ${join};`,
        },
        eventTime: at(minute),
      }).event;
    const topic = (name: string) => ({ namespace: 'kafka://k:9092', name });
    const dataset = (name: string) => ({
      namespace: 'postgres://db:5432',
      name: `lookups.public.${name}`,
    });
    const LOOKUP = 'JOIN users FOR SYSTEM_TIME AS OF c.pt AS u ON c.id = u.id';
    const seen = async (run: number, inputs: object[]) =>
      api
        .post(`${base}/v1/lineage`)
        .send(
          runEvent({
            job: job.name,
            run,
            minute: run,
            inputs,
            outputs: [topic('enriched')],
          }),
        )
        .expect(201);
    const drift = async () => {
      const { body } = await api.get(
        `${base}/drift?kinds=inferred-not-observed&kinds=declared-not-observed`,
      );
      const of = ({ name }: { name: string }) => name === job.name;
      return {
        items: body.items
          .filter(({ to }: any) => of(to))
          .map((item: any) => [item.kind, item.from.name])
          .sort(),
        lookups: (body.notCompared ?? [])
          .filter((one: any) => of(one.job))
          .map((one: any) => [one.reason, one.dataset?.name]),
      };
    };
    const infers = (join: string, minute: number) =>
      lineage.take([infer(join, minute)], {
        origin: 'inferred',
        source: 'catalog:test',
      });

    await infers(`${LOOKUP} JOIN gone ON gone.id = u.id`, 60);
    const declared = runEvent({
      job: job.name,
      minute: 61,
      inputs: [dataset('users'), topic('clicks'), dataset('rates')],
    });
    const { run: _run, eventType: _type, ...jobEvent } = declared;
    await api.post(`${base}/v1/lineage`).send(jobEvent).expect(201);
    await seen(62, [topic('clicks')]);
    expect(await drift()).toEqual({
      items: [
        ['declared-not-observed', dataset('rates').name],
        ['inferred-not-observed', dataset('gone').name],
      ],
      lookups: [['lookup-not-reported', dataset('users').name]],
    });

    // A producer that does report it.
    await seen(63, [topic('clicks'), dataset('users')]);
    expect((await drift()).lookups).toEqual([]);

    // The definition scans it now, and no run shows that.
    await seen(64, [topic('clicks')]);
    await infers('JOIN users AS u ON c.id = u.id', 65);
    expect(await drift()).toEqual({
      items: [
        ['declared-not-observed', dataset('rates').name],
        ['declared-not-observed', dataset('users').name],
        ['inferred-not-observed', dataset('users').name],
      ],
      lookups: [],
    });
  });
});
