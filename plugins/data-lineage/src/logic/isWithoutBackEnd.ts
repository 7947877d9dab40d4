import { errorStatus } from '@datalark/backstage-plugin-data-entities-react';

/** Tells that nobody answers for the plugin: a refusal of its own carries a JSON body. */
export function isWithoutBackEnd(error: unknown): boolean {
  const cause = (error as { cause?: { name?: string } } | null)?.cause;
  return errorStatus(error) === 404 && cause?.name !== 'NotFoundError';
}
