/**
 * Icons, overview cards, index filters and graph relations of the data kinds for apps on the old front-end system.
 *
 * @packageDocumentation
 */
export { dataEntitiesPlugin } from './plugin';
export {
  EntityDataJobCard,
  EntityDatasetCard,
  EntityDataSourceCard,
  EntityLineageCard,
  EntityQualityCard,
} from './cards';
export { DataJobEngineFilter, DataSourceEnvironmentFilter } from './filters';
export {
  dataCatalogGraphApiFactory,
  dataEntityPresentationApiFactory,
} from './apis';
