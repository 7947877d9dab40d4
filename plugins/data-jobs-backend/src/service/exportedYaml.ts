import { JobInput } from '@datalark/backstage-plugin-data-jobs-common';
import { stringify } from 'yaml';
import { jobEntity } from './jobEntity';

/**
 * A job as the text of a catalog file for Git: without the mark of the portal.
 * The catalog reads the same spec back, to the character.
 */
export function exportedYaml(job: Omit<JobInput, 'message'>): string {
  return stringify(jobEntity(job, { portal: false }), {
    lineWidth: 0,
    blockQuote: 'literal',
    version: '1.2',
  });
}
