import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startEngines, type RunningEngines } from './startEngines';
import { temporaryFolder } from './testing/temporaryFolder';
import { until } from './until';

/** A real Flink that reports to a receiver of this test; needs Java and, the first time, Maven and a network. */
jest.setTimeout(300_000);

type Received = { authorization?: string; path?: string; event: any };

// Outside, so that it is deleted only when the engines have stopped.
const dir = join(temporaryFolder(), 'set');

describe('the OpenLineage events of Flink', () => {
  const received: Received[] = [];
  let receiver: Server;
  let engines: RunningEngines;

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        received.push({
          authorization: request.headers.authorization,
          path: request.url,
          event: JSON.parse(Buffer.concat(chunks).toString()),
        });
        response.writeHead(201).end();
      });
    });
    await new Promise<void>(done => receiver.listen(0, '127.0.0.1', done));
    const { port } = receiver.address() as AddressInfo;
    engines = await startEngines({
      dir,
      services: ['flink', 'sql-gateway'],
      openLineage: {
        url: `http://127.0.0.1:${port}/api/data-lineage/v1/lineage`,
        token: 'a-token-of-this-test',
      },
    });
  });

  afterAll(async () => {
    await engines?.stop();
    receiver?.closeAllConnections();
    receiver?.close();
  });

  async function gateway(path: string, body: object): Promise<any> {
    const answer = await fetch(`${engines.endpoints.sqlGatewayUrl}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return answer.json();
  }

  it('tell of a job from its start to its end', async () => {
    expect(engines.problems).toEqual([]);
    const { sessionHandle } = await gateway('/v1/sessions', {});
    const run = async (statement: string) => {
      const { operationHandle } = await gateway(
        `/v1/sessions/${sessionHandle}/statements`,
        { statement, executionConfig: { 'pipeline.name': 'some-numbers' } },
      );
      await until(
        'the end of the statement',
        async () => {
          const status = await fetch(
            `${engines.endpoints.sqlGatewayUrl}/v1/sessions/${sessionHandle}/operations/${operationHandle}/status`,
          );
          return ((await status.json()) as { status: string }).status;
        },
        status => status === 'FINISHED',
      );
    };
    await run(
      "CREATE TABLE numbers (id BIGINT) WITH ('connector' = 'datagen', 'number-of-rows' = '3')",
    );
    await run("CREATE TABLE nowhere (id BIGINT) WITH ('connector' = 'print')");
    await run('INSERT INTO nowhere SELECT id FROM numbers');
    // Flink sends each from a thread of its own: the end of a short job may come first.
    await until(
      'that the start and the end of the job are told',
      () => received.map(({ event }) => event.eventType),
      types => types.includes('START') && types.includes('COMPLETE'),
    );
    if (process.env.SHOW_EVENTS) {
      process.stdout.write(
        `${received.map(it => JSON.stringify(it)).join('\n')}\n`,
      );
    }
    for (const { authorization, path, event } of received) {
      expect(authorization).toBe('Bearer a-token-of-this-test');
      expect(path).toBe('/api/data-lineage/v1/lineage');
      expect(event.job).toMatchObject({
        namespace: 'datalark',
        name: 'some-numbers',
      });
    }
    const start = received.find(({ event }) => event.eventType === 'START')!;
    expect(start.event).toMatchObject({
      inputs: [
        { namespace: '', name: 'default_catalog.default_database.numbers' },
      ],
      run: { facets: { flink_job: { jobId: expect.any(String) } } },
    });
    expect(new Set(received.map(({ event }) => event.run.runId)).size).toBe(1);
  });

  it('keep the token out of what Flink shows', async () => {
    const shown = await fetch(
      `${engines.endpoints.flinkRestUrl}/jobmanager/config`,
    );
    const text = await shown.text();
    expect(text).toContain('openlineage.transport.auth.apiKey');
    expect(text).not.toContain('a-token-of-this-test');
  });
});
