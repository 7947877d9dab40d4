import { Verb } from './Verb';

/** What an engine can do; drives what the pages offer. @public */
export type EngineCapabilities = {
  /** `spec.type` values it takes. */
  jobTypes: string[];
  /** Verbs it can perform. */
  verbs: Verb[];
  /** Savepoint without ending the run. */
  liveSavepoints: boolean;
  /** Restore from a location that the portal did not record. */
  restoreFromLocation: boolean;
  /** Takes jars by upload or reference. */
  jars: boolean;
  exceptions: boolean;
  checkpoints: boolean;
  plan: boolean;
  metrics: boolean;
  logs: boolean;
};

/** What an engine says of itself. @public */
export type EngineInfo = {
  version: string;
  /** Slots, where the engine has them; `undefined` is not known. */
  slots?: { total?: number; free?: number };
  workers?: number;
  runningJobs?: number;
  /** Parts with versions, e.g. the SQL Gateway. */
  parts?: Array<{
    name: string;
    version?: string;
    reachable: boolean;
    message?: string;
  }>;
};

/**
 * An engine as the Engines page shows it. Times are ISO 8601, UTC.
 *
 * @public
 */
export type EngineStatus = {
  name: string;
  type: string;
  title?: string;
  capabilities: EngineCapabilities;
  reachable: 'yes' | 'no' | 'unknown';
  /** Since when `reachable` is what it is. */
  since?: string;
  observedAt?: string;
  /** Last known; kept while the engine is out of reach. */
  info?: EngineInfo;
  /** Why it is out of reach or unhealthy, and what to do. */
  problems: Array<{ message: string; remedy?: string }>;
  /** Address for people, when config names one. */
  webUrl?: string;
};
