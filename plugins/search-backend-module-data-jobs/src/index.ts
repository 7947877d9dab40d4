/**
 * Finds data jobs in the search of the portal by SQL text, table and connector.
 *
 * @packageDocumentation
 */
export { searchModuleDataJobs as default } from './module';
export type { DataJobDocument } from './DataJobDocument';
