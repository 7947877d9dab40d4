import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import request from 'supertest';
import { startPortal } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const URL = 'http://127.0.0.1:20001';
const JAVA = {
  message: 'Java 17 was not found on the PATH.',
  remedy: 'Install a JDK 17 and put its bin folder on the PATH.',
};

describe('local engines on the Engines page', () => {
  let dir: string;
  let problems: () => Promise<unknown>;

  const write = (flink: object, supervisorPid = process.pid) =>
    writeFile(
      join(dir, 'status.json'),
      JSON.stringify({
        supervisorPid,
        services: { flink, kafka: { state: 'failed' } },
        endpoints: { flinkRestUrl: URL },
      }),
    );

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'datalark-local-'));
    const { server } = await startPortal({
      dataJobs: {
        engines: { fake: { type: 'fake', url: `${URL}/` } },
        localEngines: { statusFile: join(dir, 'status.json') },
      },
    });
    problems = async () => {
      const { body } = await request(server).get('/api/data-jobs/engines');
      return body.items[0].problems;
    };
  });

  afterAll(() => rm(dir, { recursive: true }));

  it('nothing is said without a status file, nor of a service that runs', async () => {
    expect(await problems()).toEqual([]);
    await write({ state: 'running', message: 'It is ready.' });
    expect(await problems()).toEqual([]);
  });

  it('what a machine lacks comes with what to do', async () => {
    await write({ state: 'missing-prerequisite', ...JAVA });
    expect(await problems()).toEqual([
      {
        ...JAVA,
        message: `The local service flink cannot run: ${JAVA.message}`,
      },
    ]);
  });

  it('what was stopped says how to start it', async () => {
    await write({ state: 'stopped', message: 'It was stopped.' });
    expect(await problems()).toEqual([
      {
        message: 'The local service flink is stopped.',
        remedy: expect.stringContaining('npm run engines -- '),
      },
    ]);
  });

  it('a supervisor that was killed is not believed', async () => {
    // No system gives out such a pid.
    await write({ state: 'running', message: 'It is ready.' }, 2 ** 30);
    expect(await problems()).toEqual([
      {
        message:
          'The local service flink is stopped: The process that ran it (1073741824) ended without stopping it in order.',
        remedy: expect.stringContaining(`npm run engines -- up --dir ${dir}`),
      },
    ]);
  });
});
