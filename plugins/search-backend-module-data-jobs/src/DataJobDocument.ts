import { IndexableDocument } from '@backstage/plugin-search-common';

/** The type of these documents in the search. */
export const DATA_JOBS_TYPE = 'data-jobs';

/**
 * A job as the search finds it. Lists are texts joined by a comma and a space.
 *
 * @public
 */
export type DataJobDocument = IndexableDocument & {
  entityRef: string;
  tables: string;
  connectors: string;
  /** `spec.type` of the job. */
  jobType: string;
  engine: string;
  owner: string;
  system: string;
  lifecycle: string;
  processing: string;
};
