import { existsSync, readFileSync } from 'fs';
import { resolve } from 'path';
import { nodeId } from '@datalark/backstage-plugin-data-lineage-common';
import request from 'supertest';
import { Databases } from '../__testUtils__/Databases';
import { startPortal } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const base = '/api/data-lineage';

describe.each(Databases.kinds)('events of the Flink listener on %s', kind => {
  const databases = new Databases();
  let api: ReturnType<typeof request>;
  afterAll(async () => databases.close());
  beforeAll(async () => {
    const { server } = await startPortal({
      database: await databases.empty(kind),
    });
    api = request(server);
  });

  const recorded = resolve(
    __dirname,
    '../../../../../shared/lab/flink/openlineage-events.ndjson',
  );
  const recordedIt = existsSync(recorded) ? it : it.skip;
  recordedIt("takes Flink's own events", async () => {
    const events = readFileSync(recorded, 'utf8').trim().split('\n');
    for (const event of events) {
      await api
        .post(`${base}/v1/lineage`)
        .set('Content-Type', 'application/json')
        .send(event)
        .expect(201);
    }
    const { body } = await api.get(
      `${base}/graph?${new URLSearchParams({
        nodes: nodeId('dataset', {
          namespace: 'kafka://127.0.0.1:18040',
          name: 'orders',
        }),
        depth: '3',
      })}`,
    );
    // It runs still, and its last event has no inputs and outputs.
    expect(
      body.nodes.find(({ name }: any) => name === 'gen to kafka'),
    ).toMatchObject({ runState: 'RUNNING', processing: 'STREAMING' });
    expect(body.edges).toHaveLength(
      new Set(body.edges.map(({ from, to }: any) => `${from} ${to}`)).size,
    );
    expect(
      body.nodes.find(({ name }: any) => name === 'orders').symlinks,
    ).toContainEqual({
      namespace: 'kafka://127.0.0.1:18040',
      name: 'default_catalog.default_database.k',
    });
  });
});
