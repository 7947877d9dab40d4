/**
 * Brings the jobs that are made in the portal into the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleDataJobs as default } from './module';
