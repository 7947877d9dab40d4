import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { ChangePreviewSlot } from '@datalark/backstage-plugin-data-lineage-react';
import { useEffect, useState } from 'react';
import { formDefinition, FormDefinition } from './formDefinition';

/** No value: it only shows. */
export const lineagePreviewSchema = makeFieldSchema({
  output: z => z.null(),
  uiOptions: z =>
    z.object({
      jobType: z
        .enum(['flink-sql', 'seatunnel'])
        .optional()
        .describe('Which inputs of the form make the job'),
    }),
});

/** Milliseconds without a change before the form is looked at. */
const DELAY = 600;

/**
 * The lineage of the job that the form as it is filled in would make. Nothing as
 * long as something is missing, and nothing in an app without lineage.
 */
export function LineagePreview(props: typeof lineagePreviewSchema.TProps) {
  const catalog = useApi(catalogApiRef);
  const jobType = props.uiSchema['ui:options']?.jobType ?? 'flink-sql';
  // The scaffolder builds the form's values anew with each render.
  const text = JSON.stringify(props.formContext?.formData ?? {});
  const [definition, setDefinition] = useState<FormDefinition>();
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const made = await formDefinition(jobType, JSON.parse(text), {
        getEntity: ref => catalog.getEntityByRef(ref),
      }).catch(() => undefined);
      if (isCurrent) setDefinition(made);
    }, DELAY);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [catalog, jobType, text]);
  return (
    <ChangePreviewSlot
      request={definition && { definition }}
      // It has been waited for above.
      debounce={0}
    />
  );
}
