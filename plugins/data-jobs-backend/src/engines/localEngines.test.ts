import { ChildProcess, spawn } from 'child_process';
import { once } from 'events';
import { readFileSync } from 'fs';
import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { readLocalServices } from './localEngines';

/** As `@datalark/local-engines` writes it: real pids, real start times. */
describe('the status file of the local engines', () => {
  let dir: string;
  let supervisor: ChildProcess;

  const start = () =>
    `Start the engines again: restart \`npm start\`, or run \`npm run engines -- up --dir ${dir}\`.`;

  async function write(services: object, over: object = {}) {
    const pid = supervisor.pid!;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    await writeFile(
      join(dir, 'status.json'),
      JSON.stringify({
        updatedAt: '2026-11-21T10:00:00.000Z',
        supervisorPid: pid,
        supervisorStartTime: stat
          .slice(stat.lastIndexOf(')') + 2)
          .split(' ')[19],
        services,
        endpoints: { flinkRestUrl: 'http://127.0.0.1:20001' },
        ...over,
      }),
    );
  }

  const read = () => readLocalServices(join(dir, 'status.json'));

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'datalark-local-'));
    supervisor = spawn('sleep', ['600']);
    await once(supervisor, 'spawn');
  });

  afterEach(async () => {
    supervisor.kill('SIGKILL');
    await rm(dir, { recursive: true });
  });

  async function killSupervisor() {
    const ended = once(supervisor, 'exit');
    supervisor.kill('SIGKILL');
    await ended;
  }

  it('is believed while the supervisor lives', async () => {
    await write({ flink: { state: 'running', message: 'It is ready.' } });
    expect(await read()).toEqual({
      flink: {
        state: 'running',
        message: 'It is ready.',
        url: 'http://127.0.0.1:20001',
      },
    });
  });

  it('is not believed when the supervisor was killed', async () => {
    await write({
      flink: { state: 'running', message: 'It is ready.' },
      kafka: { state: 'downloading', progress: { bytes: 1, totalBytes: 2 } },
      seatunnel: {
        state: 'failed',
        message: 'SeaTunnel ended with code 1.',
        remedy: 'It is started again by itself in 1 s.',
        revives: true,
      },
    });
    await killSupervisor();
    const stopped = {
      state: 'stopped',
      message: `The process that ran it (${supervisor.pid}) ended without stopping it in order.`,
      remedy: start(),
    };
    expect(await read()).toEqual({
      flink: { ...stopped, url: 'http://127.0.0.1:20001' },
      kafka: stopped,
      seatunnel: stopped,
    });
  });

  it('is not believed when another process has got the pid', async () => {
    await write(
      { kafka: { state: 'running' } },
      { supervisorStartTime: 'another time' },
    );
    expect((await read()).kafka).toMatchObject({ state: 'stopped' });
  });

  it('says how to start what was stopped in order', async () => {
    await write({ kafka: { state: 'stopped', message: 'It was stopped.' } });
    await killSupervisor();
    expect((await read()).kafka).toEqual({
      state: 'stopped',
      message: 'It was stopped.',
      remedy: start(),
    });
  });

  it('keeps why a service failed, and what to do about it', async () => {
    const java = {
      state: 'missing-prerequisite',
      message: 'Java 17 was not found on the PATH.',
      remedy: 'Install a JDK 17.',
    };
    await write({ flink: java, kafka: { state: 'failed', message: 'Why?' } });
    expect(await read()).toMatchObject({
      flink: java,
      kafka: {
        state: 'failed',
        message: 'Why?',
        remedy: `Start it again with \`npm run engines -- restart kafka --dir ${dir}\`.`,
      },
    });
    await killSupervisor();
    expect(await read()).toMatchObject({
      flink: { ...java, remedy: `Install a JDK 17. ${start()}` },
      kafka: { state: 'failed', message: 'Why?', remedy: start() },
    });
  });

  it('says how far a download is', async () => {
    await write({
      flink: {
        state: 'downloading',
        message: 'flink-2.3.0 is being downloaded.',
        progress: { bytes: 120e6, totalBytes: 240e6, secondsLeft: 30 },
      },
    });
    expect((await read()).flink).toMatchObject({
      message:
        'flink-2.3.0 is being downloaded. 120 of 240 MB, about 30 s left.',
      remedy: undefined,
    });
  });

  it('is no service when it is missing or garbage', async () => {
    expect(await read()).toEqual({});
    for (const text of [
      '',
      '{ "half',
      'null',
      '[1]',
      '"x"',
      '{"services":7}',
    ]) {
      await writeFile(join(dir, 'status.json'), text);
      expect(await read()).toEqual({});
    }
    await writeFile(
      join(dir, 'status.json'),
      '{"services":{"flink":null,"kafka":{"state":3,"message":{}}}}',
    );
    expect(await read()).toMatchObject({
      flink: { state: 'unknown' },
      kafka: { state: 'unknown' },
    });
  });
});
