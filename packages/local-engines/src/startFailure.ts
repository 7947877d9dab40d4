import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { EngineProblem } from './engineProblem';
import type { EngineProcess } from './engineService';
import type { ExitReport } from './guardedProcess';

const TAIL_BYTES = 64 * 1024;

/** The end of a text file, at most 64 kB; empty when there is none. */
export function tailOf(path: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
      readSync(file, buffer, 0, buffer.length, size - buffer.length);
      return buffer.toString('utf8');
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}

/** How a process ended, in words. */
export function describeExit(exit: ExitReport): string {
  if (exit.signal) {
    return `was ended by ${exit.signal}`;
  }
  return exit.code === undefined
    ? 'ended, its guard was killed'
    : `ended with code ${exit.code}`;
}

/** Why a process did not become ready: a sentence from its exit and from what it wrote last. */
export function startFailure(
  process: EngineProcess,
  outFile: string,
  exit: ExitReport | undefined,
): EngineProblem {
  const text = [...process.logFiles, outFile].map(tailOf).join('\n');
  const logs = [...process.logFiles, outFile].join(' and ');
  if (/BindException|Address already in use/i.test(text)) {
    return new EngineProblem(
      `${
        process.title
      } could not start: another program has taken one of its ports (${process.ports.join(
        ', ',
      )}) meanwhile.`,
      'Start again: ports that are taken are then replaced by free ones.',
    );
  }
  if (/No space left on device/.test(text)) {
    return new EngineProblem(
      `${process.title} could not start: the disk is full.`,
      'Free some space, then start again.',
    );
  }
  if (exit === undefined) {
    return new EngineProblem(
      `${
        process.title
      } was started but did not become ready within ${Math.round(
        process.readyWithinMs / 1000,
      )} seconds.`,
      `Look into ${logs}, and check that the machine is not overloaded.`,
    );
  }
  const reason = text
    .split('\n')
    .filter(line =>
      /^(Caused by: |Exception in thread|Error: |FATAL|.*\bERROR\b)/.test(line),
    )
    .at(-1)
    ?.trim()
    .slice(0, 300);
  return new EngineProblem(
    `${process.title} ${describeExit(exit)} while it was starting${
      reason ? `: ${reason}` : ''
    }.`,
    `Look into ${logs}.`,
  );
}
