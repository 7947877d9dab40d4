import { ResolvedDefinition } from '@datalark/backstage-plugin-data-jobs-node';

/** A field of a definition whose shape nobody has checked yet. */
export function definitionField(
  definition: ResolvedDefinition,
  field: string,
): unknown {
  const fields: unknown = definition.definition;
  return typeof fields === 'object' && fields !== null
    ? (fields as Record<string, unknown>)[field]
    : undefined;
}
