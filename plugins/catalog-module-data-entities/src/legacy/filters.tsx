import { SpecFieldFilter } from '../components/SpecFieldFilter';

/**
 * The engine of jobs, among the filters of the catalog's index; shown while the kind has the field.
 *
 * @public
 */
export function DataJobEngineFilter() {
  return <SpecFieldFilter field="engine" />;
}

/**
 * The environment of data sources, among the filters of the catalog's index.
 *
 * @public
 */
export function DataSourceEnvironmentFilter() {
  return <SpecFieldFilter field="environment" />;
}
