import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Lineage: what it takes, what it answers, and when a change needs review. */
  dataLineage?: {
    /**
     * Namespace of the DataJobs of this portal. Flink's OpenLineage listener
     * reports to the same one (`openlineage.job.namespace`). Default: `datalark`.
     */
    jobNamespace?: string;

    /** How data entities are read from the catalog. */
    catalogSync?: {
      /** Default: 10 seconds. */
      interval?: HumanDuration | string;
    };

    /** Changes that need somebody's word before they are deployed. Default: none. */
    review?: Array<{
      /**
       * `vanished-column-with-foreign-consumers`: a column vanishes that others
       * than the job's owner depend on. `changed-column-with-foreign-consumers`:
       * or is made otherwise.
       */
      rule:
        | 'vanished-column-with-foreign-consumers'
        | 'changed-column-with-foreign-consumers';
      /**
       * `approval`: somebody with `data-lineage.change.approve` on the job has to
       * deploy it. `reason`: a reason given with the deployment will do.
       * Default: `approval`.
       */
      require?: 'approval' | 'reason';
    }>;

    /** Caps of one answer. */
    graph?: {
      /** Default: 20000. */
      maxNodes?: number;
      /** Default: 40. */
      maxDepth?: number;
      /** Links between columns. Default: 100000. */
      maxLinks?: number;
    };

    /** How long what came in is kept. */
    retention?: {
      /**
       * Raw events that newer runs or statements have replaced; what a job has
       * said last stays, and so does the graph. Default: 90 days.
       */
      events?: HumanDuration | string;
    };

    /** Limits of what comes in. */
    ingest?: {
      /** One event as JSON. Default: 10000000. */
      eventBytes?: number;
      /** One request, unpacked. Default: 50000000. */
      requestBytes?: number;
      /** Events in one request. Default: 10000. */
      batchEvents?: number;
      /** Events that wait to be written, in one replica. Default: 20000. */
      waitingEvents?: number;
    };
  };
}
