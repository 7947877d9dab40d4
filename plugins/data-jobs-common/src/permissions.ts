import { createPermission } from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { Verb } from './Verb';

const onEntity = (
  name: string,
  action: 'create' | 'read' | 'update' | 'delete',
) =>
  createPermission({
    name,
    attributes: { action },
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/** See a job, its runs, operations and definition. On the DataJob entity. @public */
export const jobReadPermission = onEntity('data-jobs.job.read', 'read');
/** See exceptions, logs, metrics and plan of a job. On the DataJob entity. @public */
export const jobInspectPermission = onEntity('data-jobs.job.inspect', 'read');
/** Register a job that the portal owns. @public */
export const jobCreatePermission = createPermission({
  name: 'data-jobs.job.create',
  attributes: { action: 'create' },
});
/** Write a new version of a portal-owned job. On the DataJob entity. @public */
export const jobUpdatePermission = onEntity('data-jobs.job.update', 'update');
/** Take on a job that runs on an engine and is not declared. Needed besides the permission to register or, for a declared job, to deploy it. @public */
export const jobAdoptPermission = createPermission({
  name: 'data-jobs.job.adopt',
  attributes: { action: 'create' },
});
/** Upload a jar: it is code that runs on the engine. @public */
export const jarUploadPermission = createPermission({
  name: 'data-jobs.jar.upload',
  attributes: { action: 'create' },
});
/** Submit SQL text: it is code that runs on the engine. Needed besides the verb's permission for `flink-sql`. @public */
export const sqlSubmitPermission = createPermission({
  name: 'data-jobs.sql.submit',
  attributes: { action: 'create' },
});
/**
 * Change what runs in an environment under `dataJobs.protectedEnvironments`,
 * besides the verb's permission. On the DataJob entity. @public
 */
export const protectedEnvironmentPermission = onEntity(
  'data-jobs.environment.protected',
  'update',
);
/** See the engines and their state. @public */
export const engineReadPermission = createPermission({
  name: 'data-jobs.engine.read',
  attributes: { action: 'read' },
});

/** One permission per verb, each on the DataJob entity. @public */
export const verbPermissions = {
  deploy: onEntity('data-jobs.job.deploy', 'update'),
  stop: onEntity('data-jobs.job.stop', 'update'),
  suspend: onEntity('data-jobs.job.suspend', 'update'),
  resume: onEntity('data-jobs.job.resume', 'update'),
  restart: onEntity('data-jobs.job.restart', 'update'),
  savepoint: onEntity('data-jobs.job.savepoint', 'update'),
  restore: onEntity('data-jobs.job.restore', 'update'),
  rollback: onEntity('data-jobs.job.rollback', 'update'),
  delete: onEntity('data-jobs.job.delete', 'delete'),
} satisfies Record<Verb, ReturnType<typeof onEntity>>;

/** All permissions of data-jobs. @public */
export const dataJobsPermissions = [
  jobReadPermission,
  jobInspectPermission,
  jobCreatePermission,
  jobUpdatePermission,
  jobAdoptPermission,
  jarUploadPermission,
  sqlSubmitPermission,
  engineReadPermission,
  protectedEnvironmentPermission,
  ...Object.values(verbPermissions),
];
