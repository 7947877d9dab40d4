import { JobSpec } from './JobSpec';
import { DesiredState, Observation } from './Observation';
import { Operation } from './Operation';
import { Snapshot } from './Snapshot';

/** Who changes the definition: YAML in the catalog, or the portal's tables. @public */
export type JobOrigin = 'git' | 'portal';

/**
 * A job in one environment: the three axes, and what is deployed.
 *
 * @public
 */
export type Deployment = {
  entityRef: string;
  environment: string;
  engine: string;
  desired: DesiredState;
  observation: Observation;
  /** Version that runs or ran last; absent before the first deploy. */
  deployedVersion?: number;
  /** The operation under way, if any. */
  activeOperation?: Operation;
  lastChange?: LastChange;
};

/** The last verb, as a fact. @public */
export type LastChange = {
  at: string;
  by: string;
  verb: Operation['verb'];
  state: Operation['state'];
  operationId: string;
};

/** One row of the list of jobs: one per job and environment. @public */
export type JobSummary = {
  entityRef: string;
  name: string;
  namespace: string;
  title?: string;
  description?: string;
  owner: string;
  system?: string;
  type: string;
  processing: 'streaming' | 'batch';
  origin: JobOrigin;
  latestVersion: number;
  /**
   * Git-owned jobs only: since when the catalog has no such entity (ISO 8601,
   * UTC). The job is orphaned: it is shown, and its run is left alone.
   */
  missingSince?: string;
  /** Portal-owned jobs only: since when Git may take the job over (ISO 8601, UTC). */
  handedOverAt?: string;
  /** In lists only: the snapshot that a resume would use now. */
  restorePoint?: Pick<Snapshot, 'kind' | 'createdAt'>;
  deployment: Deployment;
};

/** Everything about a job that is not asked of an engine. @public */
export type JobDetail = Omit<JobSummary, 'deployment' | 'restorePoint'> & {
  spec: JobSpec;
  deployments: Deployment[];
  /** Per environment: the snapshot that a resume would use now. */
  restorePoints: Record<string, Snapshot | undefined>;
};

/** Sort keys of the list. @public */
export const JOB_SORT_KEYS = [
  'name',
  'owner',
  'system',
  'type',
  'engine',
  'environment',
  'desired',
  'observed',
  'health',
  'lastChange',
  'restorePoint',
] as const;

/** One of {@link JOB_SORT_KEYS}. @public */
export type JobSortKey = (typeof JOB_SORT_KEYS)[number];

/**
 * What to list. Several values of one field mean any of them; fields combine with and.
 *
 * @public
 */
export type JobQuery = {
  text?: string;
  /** Only jobs that the asking user or one of their groups owns. */
  mine?: boolean;
  owner?: string[];
  system?: string[];
  type?: string[];
  engine?: string[];
  environment?: string[];
  origin?: JobOrigin[];
  desired?: DesiredState[];
  observed?: Observation['state'][];
  health?: Observation['health']['state'][];
  /** Default `name`. */
  sort?: JobSortKey;
  /** Default `asc`. */
  order?: 'asc' | 'desc';
  /** 1 to 500, default 50. */
  limit?: number;
  /** Default 0. */
  offset?: number;
};

/** One page of jobs. @public */
export type JobPage = { items: JobSummary[]; totalItems: number };

/** A job to be owned by the portal. @public */
export type JobInput = {
  name: string;
  /** Default `default`. */
  namespace?: string;
  title?: string;
  description?: string;
  spec: JobSpec;
  /** Why, for the history. */
  message?: string;
};
