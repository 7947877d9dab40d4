import { join, resolve } from 'node:path';
import { readJson, writeJsonAtomic } from './atomicFile';
import type { Endpoints } from './endpoints';
import { lockHolder } from './lockFile';
import type { DownloadProgress, ServiceState } from './progress';
import type { ProcessName, ServiceName } from './serviceNames';
import { supervisorLockOf } from './supervisorLock';

/**
 * One process of a service, as shown to people.
 *
 * @public
 */
export interface ProcessStatus {
  state: 'starting' | 'running' | 'stopped' | 'failed';
  pid?: number;
  /** Resident memory, refreshed every few seconds. */
  rssBytes?: number;
}

/**
 * One service, as shown to people. Messages and remedies are sentences.
 *
 * @public
 */
export interface ServiceStatus {
  state: ServiceState;
  message?: string;
  /** What to do about it. */
  remedy?: string;
  /** It failed and is started again by itself, as long as its supervisor lives. */
  revives?: boolean;
  /** ISO 8601: since when it is in this state. */
  since: string;
  version?: string;
  progress?: DownloadProgress;
  /** Of its first process. */
  pid?: number;
  /** Of all its processes. */
  rssBytes?: number;
  /** Absolute folder. */
  logDir?: string;
  processes?: Partial<Record<ProcessName, ProcessStatus>>;
}

/**
 * What `status.json` says.
 *
 * @public
 */
export interface EnginesStatus {
  /** ISO 8601 */
  updatedAt: string;
  supervisorPid: number;
  /** With the pid it names the supervisor for ever. */
  supervisorStartTime?: string;
  services: Partial<Record<ServiceName, ServiceStatus>>;
  /** Without passwords. */
  endpoints: Endpoints;
}

/** Path of the status file of a set. */
export function statusFileOf(dir: string): string {
  return join(resolve(dir), 'status.json');
}

const ALIVE_STATES: readonly ServiceState[] = [
  'waiting',
  'downloading',
  'starting',
  'running',
];

function afterTheEnd(status: EnginesStatus): EnginesStatus {
  const services = Object.entries(status.services).map(([name, service]) => [
    name,
    ALIVE_STATES.includes(service.state) || service.revives
      ? {
          version: service.version,
          logDir: service.logDir,
          state: 'stopped',
          since: status.updatedAt,
          message: `The process that ran it (${status.supervisorPid}) ended without stopping it in order.`,
          remedy: 'Start the engines again with `npm run engines -- up`.',
        }
      : service,
  ]);
  return { ...status, services: Object.fromEntries(services) };
}

/**
 * Reads `status.json`; undefined when the set was never started. When the supervisor has been killed, its last words
 * are not repeated: what ran then is `stopped`, since no engine outlives its supervisor.
 *
 * @public
 */
export function readStatus(dir: string): EnginesStatus | undefined {
  const status = readJson<EnginesStatus>(statusFileOf(dir));
  return status && lockHolder(supervisorLockOf(resolve(dir))) === undefined
    ? afterTheEnd(status)
    : status;
}

/**
 * Keeps `status.json` up to date: every change is on disk, whole, before the call returns. A change that cannot be
 * written is told to `onFailure`, once until one can be written again; the very first one throws.
 */
export class StatusFile {
  readonly #path: string;
  readonly #clock: () => Date;
  readonly #onFailure: (error: unknown) => void;
  #failing = false;
  #status: EnginesStatus;

  constructor(
    dir: string,
    initial: Pick<
      EnginesStatus,
      'supervisorPid' | 'supervisorStartTime' | 'endpoints'
    >,
    clock: () => Date = () => new Date(),
    onFailure: (error: unknown) => void = () => {},
  ) {
    this.#path = statusFileOf(dir);
    this.#clock = clock;
    this.#onFailure = onFailure;
    this.#status = {
      updatedAt: clock().toISOString(),
      ...initial,
      services: {},
    };
    writeJsonAtomic(this.#path, this.#status);
  }

  get current(): EnginesStatus {
    return this.#status;
  }

  setEndpoints(endpoints: Endpoints): void {
    this.#status = { ...this.#status, endpoints };
    this.#write();
  }

  /** Moves a service to a state; what belonged to the former state (message, remedy, progress, revives) is forgotten. */
  setState(
    service: ServiceName,
    state: ServiceState,
    details: Pick<
      ServiceStatus,
      'message' | 'remedy' | 'progress' | 'revives'
    > &
      Partial<Pick<ServiceStatus, 'version' | 'logDir'>> = {},
  ): void {
    const before = this.#status.services[service];
    this.#set(service, {
      version: before?.version,
      logDir: before?.logDir,
      pid: before?.pid,
      rssBytes: before?.rssBytes,
      processes: before?.processes,
      ...details,
      state,
      since:
        before?.state === state ? before.since : this.#clock().toISOString(),
    });
  }

  /** Sets what is known of the processes of a service. */
  setProcesses(
    service: ServiceName,
    processes: Partial<Record<ProcessName, ProcessStatus>>,
  ): void {
    const before = this.#status.services[service];
    if (!before) {
      return;
    }
    const all = Object.values(processes);
    const measured = all.filter(it => it.rssBytes !== undefined);
    this.#set(service, {
      ...before,
      processes,
      pid: all.find(it => it.pid !== undefined)?.pid,
      rssBytes:
        measured.length > 0
          ? measured.reduce((sum, it) => sum + it.rssBytes!, 0)
          : undefined,
    });
  }

  #set(service: ServiceName, status: ServiceStatus): void {
    this.#status = {
      ...this.#status,
      services: { ...this.#status.services, [service]: status },
    };
    this.#write();
  }

  #write(): void {
    this.#status = {
      ...this.#status,
      updatedAt: this.#clock().toISOString(),
    };
    // engines go on where the disk is full; the next change is written when it can be
    try {
      writeJsonAtomic(this.#path, this.#status);
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) {
        this.#onFailure(error);
      }
      this.#failing = true;
    }
  }
}
