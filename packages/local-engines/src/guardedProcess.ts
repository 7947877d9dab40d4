import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { GUARD_SCRIPT } from './guardScript';
import { inspectProcess } from './processInfo';

/** How to run a command. */
export interface CommandSpec {
  command: string;
  args: string[];
  /** Added to this process's own environment. */
  env?: Record<string, string>;
  cwd?: string;
  /** File that gets standard output and standard error, appended. */
  outFile: string;
  /** The signal that asks it to end; default TERM. */
  stopSignal?: 'TERM' | 'INT';
  /** Run as another user (only root can). */
  uid?: number;
  gid?: number;
}

/** How a process ended. */
export interface ExitReport {
  /** Exit code; 128 + n when signal n ended it. Undefined when the guard itself was killed. */
  code?: number;
  /** Name of the signal that ended it. */
  signal?: string;
}

/** A process that cannot outlive this one. */
export interface GuardedProcess {
  /** The pid of the command itself, not of its guard. */
  readonly pid: number;
  readonly exited: Promise<ExitReport>;
  /** Asks it to end, kills it after the grace time (ms, default 10000), resolves when it is gone. */
  stop(graceMs?: number): Promise<void>;
  /** SIGKILL, at once. */
  kill(): void;
}

// at a start, what earlier runs wrote is put aside when it has become this long
const OUT_FILE_BYTES = 10_000_000;

function signalName(code: number): string | undefined {
  return Object.entries(constants.signals).find(
    ([, number]) => number === code - 128,
  )?.[0];
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it is gone already
  }
}

function rotate(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && found.size > OUT_FILE_BYTES) {
    renameSync(file, `${file}.1`);
  }
}

/** Starts a command under a guard. Rejects when it could not be started at all. */
export async function spawnGuarded(spec: CommandSpec): Promise<GuardedProcess> {
  mkdirSync(dirname(spec.outFile), { recursive: true });
  const stopSignal = spec.stopSignal ?? 'TERM';
  rotate(spec.outFile);
  const out = openSync(spec.outFile, 'a');
  const guard = spawn(
    '/bin/sh',
    [
      '-c',
      GUARD_SCRIPT,
      'datalark-guard',
      stopSignal,
      spec.command,
      ...spec.args,
    ],
    {
      // a session of its own: Ctrl-C in the terminal reaches the supervisor only, which then stops in order
      detached: true,
      stdio: ['pipe', out, out, 'pipe'],
      cwd: spec.cwd,
      env: { ...process.env, ...spec.env },
      uid: spec.uid,
      gid: spec.gid,
    },
  );
  closeSync(out);
  guard.stdin?.on('error', () => {});

  let resolvePid: (pid: number) => void;
  let rejectPid: (error: Error) => void;
  const started = new Promise<number>((resolve, reject) => {
    resolvePid = resolve;
    rejectPid = reject;
  });
  let childPid: number | undefined;
  let code: number | undefined;
  let text = '';
  const reports = guard.stdio[3] as Readable;
  reports.setEncoding('utf8');
  reports.on('data', (chunk: string) => {
    text += chunk;
    const pid = /^pid (\d+)$/m.exec(text);
    if (pid && childPid === undefined) {
      childPid = Number(pid[1]);
      resolvePid(childPid);
    }
    const exit = /^exit (\d+)$/m.exec(text);
    if (exit) {
      code = Number(exit[1]);
    }
  });
  const exited = new Promise<ExitReport>(resolve => {
    guard.once('error', error => {
      rejectPid(error);
      resolve({});
    });
    guard.once('close', () => {
      rejectPid(new Error(`${spec.command} could not be started.`));
      // the guard itself may have been killed: what it guarded must not stay behind
      if (code === undefined && guard.pid !== undefined) {
        signal(-guard.pid, 'SIGKILL');
      }
      resolve({
        code,
        signal: code === undefined ? undefined : signalName(code),
      });
    });
  });
  const pid = await started;
  const startTime = inspectProcess(pid)?.startTime ?? 'gone';
  let ended = false;
  const ending = exited.then(() => {
    ended = true;
  });
  return {
    pid,
    exited,
    kill: () => signal(pid, 'SIGKILL'),
    async stop(graceMs = 10_000) {
      if (ended) {
        return;
      }
      signal(pid, `SIG${stopSignal}`);
      const timer = setTimeout(
        () => guard.pid !== undefined && signal(-guard.pid, 'SIGKILL'),
        graceMs,
      );
      await ending;
      clearTimeout(timer);
      // the guard may have been killed with it: then the system ends it a moment later
      while (inspectProcess(pid)?.startTime === startTime) await pause(10);
    },
  };
}
