import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { readJson } from './atomicFile';
import { plannedEndpoints } from './endpoints';
import { tryLock } from './lockFile';
import { choosePorts, isPortFree, reservePorts } from './ports';
import { supervisorLockOf } from './supervisorLock';
import { temporaryFolder } from './testing/temporaryFolder';

function listen(port: number): Promise<Server> {
  return new Promise(resolve => {
    const server = createServer().listen(port, '127.0.0.1', () =>
      resolve(server),
    );
  });
}

const close = (server: Server) =>
  new Promise(resolve => {
    server.close(resolve);
  });

describe('reservePorts', () => {
  const root = temporaryFolder();

  it('gives distinct free ports and the same ones again', async () => {
    const dir = join(root, 'again');
    const ports = await reservePorts(dir);
    const numbers = Object.values(ports);
    expect(new Set(numbers).size).toBe(11);
    expect(await Promise.all(numbers.map(isPortFree))).toEqual(
      numbers.map(() => true),
    );
    expect(await reservePorts(dir)).toEqual(ports);
    expect(readJson(join(dir, 'ports.json'))).toEqual(ports);
  });

  it('replaces only the port that somebody else has taken', async () => {
    const dir = join(root, 'taken');
    const before = await reservePorts(dir);
    const server = await listen(before.kafka);
    const after = await reservePorts(dir);
    await close(server);
    expect(after.kafka).not.toBe(before.kafka);
    expect({ ...after, kafka: 0 }).toEqual({ ...before, kafka: 0 });
    expect(Object.values(before)).not.toContain(after.kafka);
  });

  it('keeps a taken port while the set itself runs', async () => {
    const dir = join(root, 'ours');
    const before = await reservePorts(dir);
    const server = await listen(before.kafka);
    const release = tryLock(supervisorLockOf(dir))!;
    expect(await reservePorts(dir)).toEqual(before);
    // the supervisor itself, about to start, must not believe that
    expect((await choosePorts(dir, false)).kafka).not.toBe(before.kafka);
    release();
    await close(server);
  });

  it('lets two processes ask at once', async () => {
    const dir = join(root, 'both');
    const [one, other] = await Promise.all([
      reservePorts(dir),
      reservePorts(dir),
    ]);
    expect(one).toEqual(other);
  });
});

describe('plannedEndpoints', () => {
  const dir = join(temporaryFolder(), 'planned');

  it('names the endpoints of the services asked for, before anything runs', async () => {
    const ports = await reservePorts(dir);
    const endpoints = await plannedEndpoints(dir, ['flink', 'postgres']);
    expect(endpoints).toEqual({
      flinkRestUrl: `http://127.0.0.1:${ports.flinkRest}`,
      checkpointsDir: join(dir, 'flink', 'checkpoints'),
      savepointsDir: join(dir, 'flink', 'savepoints'),
      postgres: {
        host: '127.0.0.1',
        port: ports.postgres,
        user: 'datalark',
        password: expect.stringMatching(/^[\w-]{32}$/),
        databases: ['shop', 'warehouse'],
      },
      logDirs: {
        jobmanager: join(dir, 'flink', 'log', 'jobmanager'),
        taskmanager: join(dir, 'flink', 'log', 'taskmanager'),
        postgres: join(dir, 'postgres', 'log'),
      },
    });
    const again = await plannedEndpoints(dir, ['postgres']);
    expect(again.postgres).toEqual(endpoints.postgres);
  });
});
