import fs, { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeJsonAtomic } from './atomicFile';
import { toProblem } from './engineProblem';
import { tryLock } from './lockFile';
import { thisProcess } from './processInfo';
import { startEngines } from './startEngines';
import { readStatus, StatusFile, statusFileOf } from './statusFile';
import { supervisorLockOf } from './supervisorLock';
import { temporaryFolder } from './testing/temporaryFolder';

const root = temporaryFolder();

function statusIn(name: string) {
  const dir = join(root, name);
  let now = 0;
  const status = new StatusFile(
    dir,
    {
      supervisorPid: process.pid,
      supervisorStartTime: thisProcess().startTime,
      endpoints: { logDirs: {} },
    },
    () => new Date(Date.UTC(2026, 0, 1, 0, 0, now)),
  );
  return { dir, status, at: (seconds: number) => (now = seconds) };
}

describe('StatusFile', () => {
  it('writes every change at once and keeps since when a state holds', () => {
    const { dir, status, at } = statusIn('changes');
    const release = tryLock(supervisorLockOf(dir))!;
    status.setState('flink', 'waiting', { version: '2.3.0', logDir: '/l' });
    at(5);
    status.setState('flink', 'downloading', {
      progress: { bytes: 1, totalBytes: 4 },
    });
    at(9);
    status.setState('flink', 'downloading', {
      progress: { bytes: 4, totalBytes: 4, secondsLeft: 0 },
    });
    expect(readStatus(dir)).toMatchObject({
      updatedAt: '2026-01-01T00:00:09.000Z',
      supervisorPid: process.pid,
      services: {
        flink: {
          state: 'downloading',
          since: '2026-01-01T00:00:05.000Z',
          version: '2.3.0',
          logDir: '/l',
          progress: { bytes: 4, totalBytes: 4, secondsLeft: 0 },
        },
      },
    });
    status.setState('flink', 'running', { message: 'It is ready.' });
    status.setProcesses('flink', {
      jobmanager: { state: 'running', pid: 11, rssBytes: 100 },
      taskmanager: { state: 'running', pid: 12, rssBytes: 200 },
    });
    const flink = readStatus(dir)?.services.flink;
    expect(flink).toMatchObject({ state: 'running', pid: 11, rssBytes: 300 });
    expect(flink).not.toHaveProperty('progress');
    expect(readdirSync(dir).sort()).toEqual(['status.json', 'supervisor.lock']);
    release();
  });
});

describe('a disk that is full', () => {
  const full = () =>
    jest.spyOn(fs, 'writeFileSync').mockImplementation(path => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), {
        code: 'ENOSPC',
        path,
      });
    });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is told once, and what happened meanwhile is written when there is room again', () => {
    const dir = join(root, 'full');
    const told: any[] = [];
    const initial = { supervisorPid: process.pid, endpoints: { logDirs: {} } };
    const status = new StatusFile(dir, initial, undefined, it => told.push(it));
    const release = tryLock(supervisorLockOf(dir))!;
    full();
    status.setState('kafka', 'starting');
    status.setState('kafka', 'running');
    expect(told.map(error => error.code)).toEqual(['ENOSPC']);
    expect(readStatus(dir)?.services).toEqual({});
    jest.restoreAllMocks();
    status.setState('flink', 'starting');
    expect(readStatus(dir)?.services).toMatchObject({
      kafka: { state: 'running' },
      flink: { state: 'starting' },
    });
    release();
  });

  it('keeps engines from starting, with a sentence and a remedy', async () => {
    const dir = join(root, 'full-from-the-start');
    full();
    const error = await startEngines({ dir, services: ['kafka'] }).catch(
      it => it,
    );
    expect(toProblem(error)).toMatchObject({
      message: expect.stringMatching(
        /^The disk is full: .*could not be written\.$/,
      ),
      remedy: 'Free some space, then start again.',
    });
  });
});

describe('readStatus', () => {
  it('is undefined for a set that was never started, or when the file is no JSON', () => {
    expect(readStatus(join(root, 'never'))).toBeUndefined();
    const { dir } = statusIn('broken');
    writeFileSync(statusFileOf(dir), '{ "half');
    expect(readStatus(dir)).toBeUndefined();
  });

  it('does not repeat "running" of a supervisor that was killed', () => {
    const { dir, status } = statusIn('killed');
    status.setState('kafka', 'running', { message: 'It is ready.' });
    status.setProcesses('kafka', { kafka: { state: 'running', pid: 11 } });
    status.setState('postgres', 'failed', { message: 'Out of order.' });
    status.setState('seatunnel', 'failed', {
      message: 'SeaTunnel ended with code 1.',
      remedy: 'It is started again by itself in 1 s.',
      revives: true,
    });
    writeJsonAtomic(supervisorLockOf(dir), {
      pid: process.pid,
      startTime: 'another time',
    });
    const services = readStatus(dir)?.services;
    expect(services?.kafka).toMatchObject({
      state: 'stopped',
      message: `The process that ran it (${process.pid}) ended without stopping it in order.`,
      remedy: expect.stringContaining('npm run engines -- up'),
    });
    expect(services?.kafka).not.toHaveProperty('pid');
    expect(services?.seatunnel).toEqual(services?.kafka);
    expect(services?.postgres).toMatchObject({
      state: 'failed',
      message: 'Out of order.',
    });
  });
});
