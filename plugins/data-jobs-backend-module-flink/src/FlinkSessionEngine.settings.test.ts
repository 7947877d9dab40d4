import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { FlinkSessionEngine } from './FlinkSessionEngine';

describe('settings of a Flink cluster', () => {
  let server: Server;
  let asked: string[];
  let status: number;

  beforeEach(async () => {
    asked = [];
    status = 200;
    server = createServer((request, response) => {
      asked.push(request.url!);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify([
          { key: 'execution.checkpointing.interval', value: '5 s' },
        ]),
      );
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise(resolve => server.close(resolve)));

  const engine = () =>
    new FlinkSessionEngine('flink', {
      jobManagerUrl: `http://127.0.0.1:${
        (server.address() as AddressInfo).port
      }`,
      pollIntervalMs: 1_000,
      allowedJarPrefixes: [],
      wholeLogs: false,
    });
  const intervals = (flink: FlinkSessionEngine, jobs: number) =>
    Promise.allSettled(
      Array.from({ length: jobs }, (_, i) =>
        flink.checkpointInterval(
          {
            type: 'flink-sql',
            definition: { sql: `INSERT INTO sink SELECT ${i};` },
            processing: 'streaming',
            configuration: {},
          },
          { signal: AbortSignal.timeout(5_000) },
        ),
      ),
    );

  it('are asked for once, for however many jobs', async () => {
    const flink = engine();
    const all = [
      ...(await intervals(flink, 20)),
      ...(await intervals(flink, 5)),
    ];
    expect(all.map((one: any) => one.value)).toEqual(Array(25).fill(5_000));
    expect(asked).toEqual(['/jobmanager/config']);
  });

  it('are not asked for again at once where they are refused', async () => {
    status = 403;
    const flink = engine();
    const all = [
      ...(await intervals(flink, 20)),
      ...(await intervals(flink, 5)),
    ];
    expect(new Set(all.map(one => one.status))).toEqual(new Set(['rejected']));
    expect(asked).toEqual(['/jobmanager/config']);
  });
});
