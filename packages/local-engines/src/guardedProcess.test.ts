import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnGuarded } from './guardedProcess';
import { inspectProcess } from './processInfo';
import { GUARD_SCRIPT } from './guardScript';
import { recordProcesses, sweepLeftovers } from './leftovers';
import { eventually, temporaryFolder } from './testing/temporaryFolder';

const dir = temporaryFolder();
const outFile = join(dir, 'log', 'out');

describe('spawnGuarded', () => {
  it('reports the pid of the command itself, its output and its exit code', async () => {
    const guarded = await spawnGuarded({
      command: '/bin/sh',
      args: ['-c', 'echo "$GREETING"; echo oops >&2; exit 7'],
      env: { GREETING: 'hello' },
      outFile,
    });
    expect(await guarded.exited).toEqual({ code: 7, signal: undefined });
    expect(readFileSync(outFile, 'utf8')).toBe('hello\noops\n');
    expect(guarded.pid).toBeGreaterThan(1);
  });

  it('names the signal that ended it', async () => {
    const guarded = await spawnGuarded({
      command: '/bin/sleep',
      args: ['60'],
      outFile,
    });
    // the pid is known between fork and exec already
    await eventually(
      () => inspectProcess(guarded.pid)?.commandLine === '/bin/sleep 60',
    );
    guarded.kill();
    expect(await guarded.exited).toEqual({ code: 137, signal: 'SIGKILL' });
    expect(inspectProcess(guarded.pid)).toBeUndefined();
  });

  it('kills what does not listen after the grace time', async () => {
    const guarded = await spawnGuarded({
      command: '/bin/sh',
      args: ['-c', 'trap "" TERM; while :; do sleep 0.05; done'],
      outFile,
    });
    await guarded.stop(200);
    expect(inspectProcess(guarded.pid)).toBeUndefined();
  });

  it('ends what it guarded when the guard itself is killed', async () => {
    const guarded = await spawnGuarded({
      command: '/bin/sleep',
      args: ['61'],
      outFile,
    });
    const guardPid = Number(
      execFileSync('ps', ['-o', 'ppid=', '-p', String(guarded.pid)]),
    );
    process.kill(guardPid, 'SIGKILL');
    expect(await guarded.exited).toEqual({ code: undefined });
    await eventually(() => inspectProcess(guarded.pid) === undefined);
  });

  it('says that a command does not exist', async () => {
    const guarded = await spawnGuarded({
      command: join(dir, 'nothing-here'),
      args: [],
      outFile,
    });
    expect((await guarded.exited).code).toBe(127);
  });
});

describe('the guard', () => {
  it('ends the command when its supervisor is killed with SIGKILL', async () => {
    const script = join(dir, 'supervisor.js');
    writeFileSync(
      script,
      `const { spawn } = require('node:child_process');
       const guard = spawn('/bin/sh', ['-c', ${JSON.stringify(
         GUARD_SCRIPT,
       )}, 'guard', 'TERM', '/bin/sleep', '62'], { detached: true, stdio: ['pipe', 'ignore', 'ignore', 'pipe'] });
       guard.stdio[3].on('data', text => console.log(String(text)));`,
    );
    const supervisor = spawn(process.execPath, [script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const pid = await new Promise<number>(resolve =>
      supervisor.stdout.on('data', text =>
        resolve(Number(/pid (\d+)/.exec(String(text))![1])),
      ),
    );
    await eventually(
      () => inspectProcess(pid)?.commandLine === '/bin/sleep 62',
    );
    supervisor.kill('SIGKILL');
    await eventually(() => inspectProcess(pid) === undefined);
    expect(inspectProcess(pid)).toBeUndefined();
  });
});

describe('sweepLeftovers', () => {
  it('ends only processes whose pid, start time and command line agree', async () => {
    const run = () =>
      spawnGuarded({ command: '/bin/sleep', args: ['63'], outFile });
    const [left, otherStart, otherCommand] = [
      await run(),
      await run(),
      await run(),
    ];
    const startOf = (pid: number) => inspectProcess(pid)!.startTime;
    recordProcesses(dir, [
      {
        name: 'kafka',
        pid: left.pid,
        startTime: startOf(left.pid),
        marker: 'sleep 63',
      },
      {
        name: 'postgres',
        pid: otherStart.pid,
        startTime: '1',
        marker: 'sleep 63',
      },
      {
        name: 'seatunnel',
        pid: otherCommand.pid,
        startTime: startOf(otherCommand.pid),
        marker: 'java',
      },
    ]);
    expect(await sweepLeftovers(dir)).toEqual(['kafka']);
    expect(inspectProcess(left.pid)).toBeUndefined();
    expect(inspectProcess(otherStart.pid)).toBeDefined();
    expect(inspectProcess(otherCommand.pid)).toBeDefined();
    expect(await sweepLeftovers(dir)).toEqual([]);
    await Promise.all([otherStart.stop(), otherCommand.stop()]);
  });
});
