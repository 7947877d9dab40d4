import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Data jobs: engines, secrets, and how operations are worked on. */
  dataJobs?: {
    /**
     * Engines by name. Which fields a block has besides these depends on its
     * type; see the modules that bring engine types.
     */
    engines?: {
      [name: string]: {
        /** `flink-session`, `seatunnel-zeta`, … */
        type: string;
        /** Name for people. */
        title?: string;
        /** Address for people. */
        webUrl?: string;
      };
    };

    /** Values of `${NAME}` in every job's definition; a job's own variables win. */
    variables?: { [name: string]: string };

    /**
     * Values of `${secret:name}`, put in on the server at submission and never
     * shown. At least 4 characters.
     */
    secrets?: {
      /** @visibility secret */
      [name: string]: string;
    };

    /** Entity refs of jobs or owners that may use a secret; without an entry every job may. */
    secretAccess?: { [name: string]: string[] };

    /**
     * Deploys a Git-owned job with `spec.state: running` when it is first seen
     * and when its version changes, unless a person stopped or suspended it.
     * Default: false.
     */
    autoDeploy?: boolean;

    /** How scheduled batch jobs are started. */
    schedules?: {
      /** How often due schedules are looked for. Default: 10 seconds. */
      interval?: HumanDuration | string;
    };

    /**
     * Environments whose verbs need the permission
     * `data-jobs.environment.protected` on the job besides their own.
     */
    protectedEnvironments?: string[];

    /** How DataJob entities are read from the catalog. */
    catalogSync?: {
      /** Default: 5 seconds. */
      interval?: HumanDuration | string;
    };

    /** How the snapshots of running jobs are read. */
    snapshots?: {
      /**
       * About how often each job's are, one job after the other and at most 40
       * per minute and engine: with many jobs each has its turn less often.
       * Default: 10 seconds.
       */
      interval?: HumanDuration | string;
    };

    /** How running jobs are measured over time. */
    metrics?: {
      /** About how often each job is. Default: 10 seconds. */
      interval?: HumanDuration | string;
      /**
       * Jobs of one engine that are measured per minute; with more running
       * jobs, each is measured less often. Default: 36.
       */
      looksPerMinute?: number;
      /** How long samples are kept as they were taken. Default: 24 hours. */
      keep?: HumanDuration | string;
      /** How long their averages over 5 minutes are kept. Default: 30 days. */
      keepAverages?: HumanDuration | string;
    };

    /** How operations are worked on. */
    operations?: {
      /** Operations that one replica works on at a time. Default: 12. */
      concurrency?: number;
      /** Of these, at most so many on one engine: the rest waits. Default: 6. */
      concurrencyPerEngine?: number;
      /** How often a replica looks for work. Default: 1 second. */
      idleInterval?: HumanDuration | string;
      /** How long a replica that is gone holds an operation. Default: 10 seconds. */
      lease?: HumanDuration | string;
      /** How often an engine is asked how a request gets on. Default: 0.5 seconds. */
      pollInterval?: HumanDuration | string;
      /** How long an engine may be silent before an operation gives up. Default: 10 minutes. */
      engineDeadline?: HumanDuration | string;
      /** How long one call to an engine may take. Default: 1 minute. */
      callTimeout?: HumanDuration | string;
      /** How long a job may take to start or to stop. Default: 2 minutes. */
      jobDeadline?: HumanDuration | string;
    };

    /**
     * What the owners of jobs are told through Backstage's notifications. A job
     * can have its own quiet hours and rules in `spec.notifications`.
     */
    notifications?: {
      /** Default: true. Without the notifications plugin nothing is sent. */
      enabled?: boolean;
      /** How often jobs are looked at. Default: 5 seconds. */
      interval?: HumanDuration | string;
      /** How long a job has to be degraded before that is told. Default: 1 minute. */
      degradedAfter?: HumanDuration | string;
      /** Age of the newest checkpoint of a running job, at least three of its checkpoint intervals. Default: 15 minutes. */
      checkpointTooOld?: HumanDuration | string;
      /** How long a job has to be well before that is told; doubles with each relapse. Default: 1 minute. */
      settle?: HumanDuration | string;
      /** A relapse within this time belongs to the same trouble. Default: 1 hour. */
      relapse?: HumanDuration | string;
      /** When owners are left alone; what happened meanwhile is told in one summary afterwards. */
      quietHours?: {
        /** Time of day such as `22:00`. */
        from: string;
        /** Time of day such as `07:00`; before `from`: of the next day. */
        to: string;
        /** IANA name. Default: UTC. */
        timezone?: string;
        /** Days on which it begins. Default: every day. */
        days?: Array<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'>;
        /** What is told at once all the same. */
        except?: Array<
          'failed' | 'degraded' | 'checkpoint-too-old' | 'verb-failed' | 'rule'
        >;
        /** Lifecycles and environments in which `except` counts. Default: all. */
        exceptIn?: string[];
      };
    };

    /** Where uploaded jars are kept. */
    jarStore?: {
      /** A folder; shared when there are several replicas. Default: beside the SQLite files, else a temporary one. */
      directory?: string;
    };

    /** Engines that @datalark/local-engines runs on this machine. */
    localEngines?: {
      /** Path of its status.json; its states show on the Engines page. */
      statusFile?: string;
    };
  };
}
