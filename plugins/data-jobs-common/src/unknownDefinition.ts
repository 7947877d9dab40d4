import { JobSpec } from './JobSpec';

/** `spec.type` of a job that was taken on from an engine that does not tell. @public */
export const UNKNOWN_TYPE = 'unknown';

/**
 * Whether nobody knows what a job runs: it was taken on from an engine
 * (`definition: { unknown: true }`). It can be stopped, suspended and saved,
 * and not deployed before a version has a definition.
 *
 * @public
 */
export function isUnknownDefinition(
  spec: Pick<JobSpec, 'definition'>,
): boolean {
  return (
    (spec.definition as { unknown?: unknown } | undefined)?.unknown === true
  );
}
