import { NotFoundError } from '@backstage/errors';
import { jobReadPermission } from '@datalark/backstage-plugin-data-jobs-common';
import { StoredJob } from '../database/JobStore';
import { Stores } from '../database/Stores';
import { Authorizer } from './Authorizer';
import { Caller } from './Caller';

/** The job, else a `NotFoundError`. Without permissions. */
export async function knownJob(
  { jobs }: Pick<Stores, 'jobs'>,
  entityRef: string,
): Promise<StoredJob> {
  const job = await jobs.get(entityRef);
  if (job) return job;
  throw new NotFoundError(`There is no job ${entityRef}.`);
}

/** The job, when the caller may see it. */
export async function readableJob(
  deps: { stores: Pick<Stores, 'jobs'>; authorizer: Authorizer },
  caller: Caller,
  entityRef: string,
): Promise<StoredJob> {
  const job = await knownJob(deps.stores, entityRef);
  await deps.authorizer.require(caller, jobReadPermission, job.entityRef);
  return job;
}
