import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  ObservedRun,
  RunListener,
} from '@datalark/backstage-plugin-data-jobs-node';
import {
  DataLineageClient,
  dataJobName,
} from '@datalark/backstage-plugin-data-lineage-common';
import { runEvents } from './runEvents';

/**
 * Tells lineage how runs are, so that also jobs whose engine reports nothing have
 * a state and are seen to be fresh.
 */
export class LineageRunReporter implements RunListener {
  constructor(
    private readonly deps: {
      auth: AuthService;
      logger: LoggerService;
      lineage: Pick<DataLineageClient, 'postEvents'>;
      /** `dataLineage.jobNamespace` */
      jobNamespace?: string;
    },
  ) {}

  async runsObserved(runs: ObservedRun[]): Promise<void> {
    const { auth, lineage, logger, jobNamespace } = this.deps;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'data-lineage',
    });
    const events = runs.flatMap(run => {
      const { name, namespace } = parseEntityRef(run.entityRef);
      const { environment } = run;
      const job = dataJobName({ name, namespace, environment }, jobNamespace);
      return runEvents(run, job);
    });
    try {
      const answer = await lineage.postEvents(events, { token });
      for (const { index, reason } of answer.failed_events) {
        logger.warn(
          `Lineage does not take the run of ${events[index].job.name}: ${reason}`,
        );
      }
    } catch (error) {
      // A portal without data-lineage has nobody to tell.
      const { name, statusCode } = error as Error & { statusCode?: number };
      if (name !== 'NotFoundError' && statusCode !== 404) throw error;
    }
  }
}
