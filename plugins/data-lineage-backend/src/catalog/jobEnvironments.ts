import { DataJobEntity } from '@datalark/backstage-plugin-data-entities-common';
import {
  dataJobName,
  LineageName,
} from '@datalark/backstage-plugin-data-lineage-common';
import { SyncSettings } from './SyncSettings';

/** A DataJob as one environment runs it. */
export type JobEnvironment = {
  environment: string;
  job: LineageName;
  variables: Record<string, string>;
};

/** The environments of a job; one, `default`, when it declares none. */
export function jobEnvironments(
  entity: DataJobEntity,
  { jobNamespace, variables }: Pick<SyncSettings, 'jobNamespace' | 'variables'>,
): JobEnvironment[] {
  const declared: [string, { variables?: Record<string, string> }][] =
    Object.entries(entity.spec.environments ?? {});
  if (!declared.length) declared.push(['default', {}]);
  return declared.map(([environment, over]) => ({
    environment,
    job: dataJobName({ ...entity.metadata, environment }, jobNamespace),
    variables: { ...variables, ...entity.spec.variables, ...over.variables },
  }));
}
