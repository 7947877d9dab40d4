import { Config } from '@backstage/config';
import { configuredMs } from '../configuredMs';

/** How operations are worked on; all times in milliseconds. */
export type OperationSettings = {
  /** Operations that one replica works on at a time. */
  concurrency: number;
  /** Of these, at most so many on one engine. */
  concurrencyPerEngine: number;
  /** How often a replica looks for work when nobody told it. */
  idleMs: number;
  /** How long a replica that is gone holds an operation. */
  leaseMs: number;
  /** How often an engine is asked how a request gets on. */
  pollMs: number;
  /** How long an engine may be silent before an operation gives up. */
  engineDeadlineMs: number;
  /** How long one call to an engine may take. */
  callTimeoutMs: number;
  /** How long a job may take to start or to stop. */
  jobDeadlineMs: number;
};

const DEFAULTS: OperationSettings = {
  concurrency: 12,
  concurrencyPerEngine: 6,
  idleMs: 1_000,
  leaseMs: 10_000,
  pollMs: 500,
  engineDeadlineMs: 10 * 60_000,
  callTimeoutMs: 60_000,
  jobDeadlineMs: 2 * 60_000,
};

/** Reads `dataJobs.operations`. */
export function readOperationSettings(config: Config): OperationSettings {
  const block = config.getOptionalConfig('dataJobs.operations');
  const time = (key: string, fallback: number) =>
    (block && configuredMs(block, key)) ?? fallback;
  return {
    concurrency:
      block?.getOptionalNumber('concurrency') ?? DEFAULTS.concurrency,
    concurrencyPerEngine:
      block?.getOptionalNumber('concurrencyPerEngine') ??
      DEFAULTS.concurrencyPerEngine,
    idleMs: time('idleInterval', DEFAULTS.idleMs),
    leaseMs: time('lease', DEFAULTS.leaseMs),
    pollMs: time('pollInterval', DEFAULTS.pollMs),
    engineDeadlineMs: time('engineDeadline', DEFAULTS.engineDeadlineMs),
    callTimeoutMs: time('callTimeout', DEFAULTS.callTimeoutMs),
    jobDeadlineMs: time('jobDeadline', DEFAULTS.jobDeadlineMs),
  };
}
