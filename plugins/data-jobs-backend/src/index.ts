/**
 * The control plane of data jobs.
 *
 * @packageDocumentation
 */
export { dataJobsPlugin as default } from './plugin';
