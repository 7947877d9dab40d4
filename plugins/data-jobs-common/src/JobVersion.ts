import { JobSpec } from './JobSpec';

/**
 * One version of a job's definition. Versions are numbered from 1 and never change.
 *
 * @public
 */
export type JobVersion = {
  version: number;
  spec: JobSpec;
  createdAt: string;
  /** Entity ref of a user, or `catalog` when it came from Git. */
  createdBy: string;
  message?: string;
};
