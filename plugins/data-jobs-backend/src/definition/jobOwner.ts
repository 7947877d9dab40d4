import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { JobSpec } from '@datalark/backstage-plugin-data-jobs-common';

/** The owner as a full entity ref, as the catalog reads it. */
export function ownerRef(spec: JobSpec, namespace: string): string {
  return stringifyEntityRef(
    parseEntityRef(spec.owner, {
      defaultKind: 'Group',
      defaultNamespace: namespace,
    }),
  );
}

/** The system as a full entity ref, when the job has one. */
export function systemRef(
  spec: JobSpec,
  namespace: string,
): string | undefined {
  return spec.system
    ? stringifyEntityRef(
        parseEntityRef(spec.system, {
          defaultKind: 'System',
          defaultNamespace: namespace,
        }),
      )
    : undefined;
}

/** The full entity ref of a DataJob, in the catalog's spelling. */
export function jobRef(namespace: string, name: string): string {
  return stringifyEntityRef({ kind: 'DataJob', namespace, name });
}
