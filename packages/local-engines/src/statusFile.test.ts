import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeJsonAtomic } from './atomicFile';
import { tryLock } from './lockFile';
import { thisProcess } from './processInfo';
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
