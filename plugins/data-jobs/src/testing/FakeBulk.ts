import {
  BulkOperation,
  BulkPreview,
  BulkRequest,
  DataJobsApi,
  JobDetail,
  Operation,
} from '@datalark/backstage-plugin-data-jobs-common';

type Jobs = Pick<DataJobsApi, 'listJobs' | 'requestOperation'> & {
  jobs: JobDetail[];
  operations: Operation[];
};

/** Bulk requests in memory: jobs without a version that runs are refused. */
export class FakeBulk {
  /** Every bulk request that was made. */
  readonly requests: BulkRequest[] = [];
  /** What every accepted job is said to lose. */
  losesState: string | undefined;
  readonly #asked: BulkOperation[] = [];

  constructor(private readonly api: Jobs) {}

  async preview(request: BulkRequest): Promise<BulkPreview> {
    const targets = await this.#targets(request);
    const items = targets.map(({ entityRef, environment = 'default' }) => {
      const job = this.api.jobs.find(one => one.entityRef === entityRef);
      const deployment = job?.deployments.find(
        one => one.environment === environment,
      );
      const fits = deployment?.observation.state === 'running';
      return {
        entityRef,
        environment,
        title: job?.title ?? job?.name,
        ...(fits
          ? {
              verdict: 'accepted' as const,
              effect: 'endsWithSavepoint' as const,
              losesState: this.losesState,
            }
          : { verdict: 'refused' as const, reason: 'It does not run.' }),
      };
    });
    const accepted = items.filter(one => one.verdict === 'accepted').length;
    return {
      verb: request.verb,
      items,
      accepted,
      refused: items.length - accepted,
    };
  }

  async request(request: BulkRequest): Promise<BulkOperation> {
    this.requests.push(request);
    const targets = await this.#targets(request);
    const items = [];
    for (const { entityRef, environment = 'default' } of targets) {
      const operation = await this.api.requestOperation({
        entityRef,
        environment,
        verb: request.verb,
      });
      items.push({ entityRef, environment, operation });
    }
    const bulk: BulkOperation = {
      id: `bulk-${this.requests.length}`,
      verb: request.verb,
      params: request.params ?? {},
      reason: request.reason,
      requestedBy: 'user:default/guest',
      surface: 'page',
      createdAt: new Date().toISOString(),
      counts: counted(items.map(one => one.operation)),
      items,
    };
    this.#asked.push(bulk);
    return bulk;
  }

  async get(id: string): Promise<BulkOperation> {
    const bulk = this.#asked.find(one => one.id === id);
    if (!bulk) {
      throw Object.assign(new Error(`No bulk request ${id}`), {
        statusCode: 404,
      });
    }
    const items = bulk.items.map(item => ({
      ...item,
      operation: this.api.operations.find(one => one.id === item.operation?.id),
    }));
    return {
      ...bulk,
      items,
      counts: counted(items.flatMap(one => one.operation ?? [])),
    };
  }

  async #targets({ targets, query }: BulkRequest) {
    if (targets) return targets;
    const { items } = await this.api.listJobs({ ...query, limit: 500 });
    return items.map(({ entityRef, deployment }) => ({
      entityRef,
      environment: deployment.environment,
    }));
  }
}

function counted(operations: Operation[]): BulkOperation['counts'] {
  const counts: BulkOperation['counts'] = {
    pending: 0,
    running: 0,
    succeeded: 0,
    failed: 0,
    canceled: 0,
    refused: 0,
  };
  for (const { state } of operations) counts[state] += 1;
  return counts;
}
