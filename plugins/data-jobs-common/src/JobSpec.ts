import { DataJobEntity } from '@datalark/backstage-plugin-data-entities-common';

/**
 * `spec` of a DataJob entity: the unit that is versioned.
 *
 * @public
 */
export type JobSpec = DataJobEntity['spec'];

/** The environment of a job that declares none. @public */
export const DEFAULT_ENVIRONMENT = 'default';
