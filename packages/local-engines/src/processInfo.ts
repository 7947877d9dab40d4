import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What the operating system says about a live process. */
export interface ProcessInfo {
  pid: number;
  /** When it started, in the system's own notation; with the pid it names one process for ever. */
  startTime: string;
  /** Resident memory in bytes. */
  rssBytes: number;
  commandLine: string;
}

const PAGE_BYTES = 4096;

function fromProc(pid: number): ProcessInfo | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // the name in brackets may hold spaces and brackets itself
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  if (state === 'Z' || state === 'X') {
    return undefined;
  }
  return {
    pid,
    startTime: fields[19],
    rssBytes: Number(fields[21]) * PAGE_BYTES,
    commandLine: readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      .split('\0')
      .join(' ')
      .trim(),
  };
}

function fromPs(pid: number): ProcessInfo | undefined {
  const line = execFileSync(
    'ps',
    ['-ww', '-o', 'state=,rss=,lstart=,command=', '-p', String(pid)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LC_ALL: 'C' },
    },
  ).trim();
  const match =
    /^(\S+)\s+(\d+)\s+(\w+\s+\w+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/s.exec(line);
  if (!match || match[1].startsWith('Z')) {
    return undefined;
  }
  return {
    pid,
    startTime: match[3].replace(/\s+/g, ' '),
    rssBytes: Number(match[2]) * 1024,
    commandLine: match[4],
  };
}

/**
 * Looks at a process; undefined when there is none or when it is a zombie: a killed child that nobody has
 * reaped still answers `kill -0`, so signals are no proof of life.
 */
export function inspectProcess(pid: number): ProcessInfo | undefined {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  } catch {
    return undefined;
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}

/**
 * Resident memory of a process and of its children (PostgreSQL has one per connection), in bytes. Memory that they
 * share counts for each, so this is rather too much than too little. Where the system does not list children, its own.
 */
export function residentBytes(pid: number): number | undefined {
  const own = inspectProcess(pid)?.rssBytes;
  return own === undefined
    ? undefined
    : childrenOf(pid).reduce((sum, it) => sum + (residentBytes(it) ?? 0), own);
}

/** A process as remembered in a file, to be found again after the machine has moved on. */
export interface RememberedProcess {
  pid: number;
  startTime: string;
}

/** The same process, still alive? A reused pid has another start time. */
export function isStillAlive(
  remembered: RememberedProcess | undefined,
): boolean {
  return (
    remembered !== undefined &&
    inspectProcess(remembered.pid)?.startTime === remembered.startTime
  );
}

/** This process, in a form that other processes can check. */
export function thisProcess(): RememberedProcess {
  return {
    pid: process.pid,
    startTime: inspectProcess(process.pid)?.startTime ?? 'unknown',
  };
}
