/**
 * Asks data-lineage before a deployment takes columns away from others.
 *
 * @packageDocumentation
 */
export { dataJobsModuleLineage as default } from './module';
