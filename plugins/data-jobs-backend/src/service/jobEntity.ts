import { Entity } from '@backstage/catalog-model';
import {
  JobInput,
  HANDED_OVER_ANNOTATION,
  ORIGIN_ANNOTATION,
} from '@datalark/backstage-plugin-data-jobs-common';
import { JsonObject } from '@backstage/types';

/** A job as a catalog entity; `portal`: marked as made in the portal. */
export function jobEntity(
  job: Omit<JobInput, 'message'>,
  options: { portal: boolean; handedOver?: boolean },
): Entity {
  return {
    apiVersion: 'datalark.io/v1alpha1',
    kind: 'DataJob',
    metadata: {
      namespace: job.namespace ?? 'default',
      name: job.name,
      ...(job.title && { title: job.title }),
      ...(job.description && { description: job.description }),
      ...(options.portal && {
        annotations: {
          [ORIGIN_ANNOTATION]: 'portal',
          ...(options.handedOver && { [HANDED_OVER_ANNOTATION]: 'true' }),
        },
      }),
    },
    spec: job.spec as unknown as JsonObject,
  };
}
