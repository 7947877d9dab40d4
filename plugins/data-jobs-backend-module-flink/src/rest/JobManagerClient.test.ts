import http from 'node:http';
import { AddressInfo } from 'node:net';
import { JobManagerClient } from './JobManagerClient';

describe('JobManagerClient', () => {
  let answer: unknown;
  const server = http.createServer((_, response) =>
    response.end(JSON.stringify(answer)),
  );
  let client: JobManagerClient;

  beforeAll(async () => {
    await new Promise<void>(listening => {
      server.listen(0, '127.0.0.1', listening);
    });
    const { port } = server.address() as AddressInfo;
    client = new JobManagerClient({
      jobManagerUrl: `http://127.0.0.1:${port}`,
    });
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(closed => {
      server.close(closed);
    });
  });

  const jobs = () => client.jobs({ signal: AbortSignal.timeout(10_000) });

  it('reads that there are no jobs', async () => {
    answer = { jobs: [] };
    expect(await jobs()).toEqual([]);
  });

  it.each([{}, { jobs: null }, { jobs: [{ id: 'a', status: 'RUNNING' }] }, []])(
    'does not take %j for a cluster without jobs',
    async strange => {
      answer = strange;
      await expect(jobs()).rejects.toMatchObject({
        name: 'EngineUnavailableError',
        message: expect.stringMatching(/no list of jobs/),
      });
    },
  );
});
