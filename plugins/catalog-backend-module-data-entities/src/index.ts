/**
 * The data kinds in the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleDataEntities as default } from './module';
export { DataEntitiesProcessor } from './DataEntitiesProcessor';
