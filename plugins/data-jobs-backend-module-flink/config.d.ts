import { HumanDuration } from '@backstage/types';

export interface Config {
  dataJobs?: {
    engines?: {
      [name: string]: {
        /** `flink-session`: the fields below are those of a Flink session cluster. */
        type: string;
        /** Shown to people instead of the name. */
        title?: string;
        /** Address of Flink's own pages, for people. */
        webUrl?: string;
        /** REST address of the JobManager, e.g. http://flink:8081 */
        jobManagerUrl?: string;
        /** REST address of the SQL Gateway; without it there are no SQL jobs. */
        sqlGatewayUrl?: string;
        /** Address of the history server, for jobs that the JobManager forgot. */
        historyServerUrl?: string;
        /** Where savepoints go, e.g. s3://bucket/savepoints. Default: as Flink is set up. */
        savepointDirectory?: string;
        /**
         * Flink's execution.checkpointing.dir. When it is on this machine, checkpoints
         * are found there after a JobManager without memory came back.
         */
        checkpointDirectory?: string;
        /** Time between two looks at the cluster. Default 2 s. */
        pollInterval?: HumanDuration | string;
        /**
         * Places of jars that definitions and SQL may name, e.g.
         * https://repo.example.com/jobs/ or file:///opt/jars/. Default: none.
         */
        allowedJarPrefixes?: string[];
        /**
         * Shows the logs of the processes whole, not only the lines of the
         * job: for clusters whose jobs belong to one team. Default: false.
         */
        wholeLogs?: boolean;
      };
    };
  };
}
