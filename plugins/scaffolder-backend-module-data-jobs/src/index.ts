/**
 * Template actions for data jobs.
 *
 * @packageDocumentation
 */
export { scaffolderModuleDataJobs as default } from './module';
