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

    /** How DataJob entities are read from the catalog. */
    catalogSync?: {
      /** Default: 5 seconds. */
      interval?: HumanDuration | string;
    };

    /** How the snapshots of running jobs are read. */
    snapshots?: {
      /** About how often each job's are. Default: 1 minute. */
      interval?: HumanDuration | string;
    };

    /** How operations are worked on. */
    operations?: {
      /** Operations that one replica works on at a time. Default: 8. */
      concurrency?: number;
      /** How often a replica looks for work. Default: 1 second. */
      idleInterval?: HumanDuration | string;
      /** How long a replica that is gone holds an operation. Default: 30 seconds. */
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
