/**
 * The data kinds in the pages of the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleDataEntities as default } from './module';
export { catalogColumnsModule } from './catalogColumnsModule';
export { catalogGraphModule } from './catalogGraphModule';
export { dataKindColumns } from './components/CatalogColumns';
export { dataKindIcons } from './dataKindIcons';
export { dataEntitiesTranslationRef } from './translation';
export {
  dataRelationPairs,
  dataRelations,
} from '@datalark/backstage-plugin-data-entities-common';
