/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { CatalogDatasetFacet } from './CatalogDatasetFacet';
import type { ColumnLineageDatasetFacet } from './ColumnLineageDatasetFacet';
import type { DataQualityAssertionsDatasetFacet } from './DataQualityAssertionsDatasetFacet';
import type { DataQualityMetricsDatasetFacet } from './DataQualityMetricsDatasetFacet';
import type { DataQualityMetricsInputDatasetFacet } from './DataQualityMetricsInputDatasetFacet';
import type {
  DatasetFacet,
  InputDatasetFacet,
  JobFacet,
  OutputDatasetFacet,
  RunFacet,
} from './OpenLineage';
import type { DatasetTypeDatasetFacet } from './DatasetTypeDatasetFacet';
import type { DatasetVersionDatasetFacet } from './DatasetVersionDatasetFacet';
import type { DatasourceDatasetFacet } from './DatasourceDatasetFacet';
import type { DocumentationDatasetFacet } from './DocumentationDatasetFacet';
import type { DocumentationJobFacet } from './DocumentationJobFacet';
import type { EnvironmentVariablesRunFacet } from './EnvironmentVariablesRunFacet';
import type { ErrorMessageRunFacet } from './ErrorMessageRunFacet';
import type { ExecutionParametersRunFacet } from './ExecutionParametersRunFacet';
import type { ExternalQueryRunFacet } from './ExternalQueryRunFacet';
import type { ExtractionErrorRunFacet } from './ExtractionErrorRunFacet';
import type { HierarchyDatasetFacet } from './HierarchyDatasetFacet';
import type { InputStatisticsInputDatasetFacet } from './InputStatisticsInputDatasetFacet';
import type {
  InputSubsetInputDatasetFacet,
  OutputSubsetOutputDatasetFacet,
} from './BaseSubsetDatasetFacet';
import type { JobDependenciesRunFacet } from './JobDependenciesRunFacet';
import type { JobTypeJobFacet } from './JobTypeJobFacet';
import type { LifecycleStateChangeDatasetFacet } from './LifecycleStateChangeDatasetFacet';
import type { LineageDatasetFacet, LineageJobFacet } from './LineageFacet';
import type { NominalTimeRunFacet } from './NominalTimeRunFacet';
import type { OutputStatisticsOutputDatasetFacet } from './OutputStatisticsOutputDatasetFacet';
import type { OwnershipDatasetFacet } from './OwnershipDatasetFacet';
import type { OwnershipJobFacet } from './OwnershipJobFacet';
import type { ParentRunFacet } from './ParentRunFacet';
import type { ProcessingEngineRunFacet } from './ProcessingEngineRunFacet';
import type { SQLJobFacet } from './SQLJobFacet';
import type { SchemaDatasetFacet } from './SchemaDatasetFacet';
import type { SourceCodeJobFacet } from './SourceCodeJobFacet';
import type { SourceCodeLocationJobFacet } from './SourceCodeLocationJobFacet';
import type { StorageDatasetFacet } from './StorageDatasetFacet';
import type { SymlinksDatasetFacet } from './SymlinksDatasetFacet';
import type { TagsDatasetFacet } from './TagsDatasetFacet';
import type { TagsJobFacet } from './TagsJobFacet';
import type { TagsRunFacet } from './TagsRunFacet';
import type { TestRunFacet } from './TestRunFacet';

/** Facets of a run: those of the specification, and any other. @public */
export type RunFacets = {
  environmentVariables?: EnvironmentVariablesRunFacet;
  errorMessage?: ErrorMessageRunFacet;
  executionParameters?: ExecutionParametersRunFacet;
  externalQuery?: ExternalQueryRunFacet;
  extractionError?: ExtractionErrorRunFacet;
  jobDependencies?: JobDependenciesRunFacet;
  nominalTime?: NominalTimeRunFacet;
  parent?: ParentRunFacet;
  processing_engine?: ProcessingEngineRunFacet;
  tags?: TagsRunFacet;
  test?: TestRunFacet;
  [name: string]: RunFacet | undefined;
};

/** Facets of a job: those of the specification, and any other. @public */
export type JobFacets = {
  documentation?: DocumentationJobFacet;
  jobType?: JobTypeJobFacet;
  lineage?: LineageJobFacet;
  ownership?: OwnershipJobFacet;
  sourceCode?: SourceCodeJobFacet;
  sourceCodeLocation?: SourceCodeLocationJobFacet;
  sql?: SQLJobFacet;
  tags?: TagsJobFacet;
  [name: string]: JobFacet | undefined;
};

/** Facets of a dataset: those of the specification, and any other. @public */
export type DatasetFacets = {
  catalog?: CatalogDatasetFacet;
  columnLineage?: ColumnLineageDatasetFacet;
  dataQualityMetrics?: DataQualityMetricsDatasetFacet;
  dataSource?: DatasourceDatasetFacet;
  datasetType?: DatasetTypeDatasetFacet;
  documentation?: DocumentationDatasetFacet;
  hierarchy?: HierarchyDatasetFacet;
  lifecycleStateChange?: LifecycleStateChangeDatasetFacet;
  lineage?: LineageDatasetFacet;
  ownership?: OwnershipDatasetFacet;
  schema?: SchemaDatasetFacet;
  storage?: StorageDatasetFacet;
  symlinks?: SymlinksDatasetFacet;
  tags?: TagsDatasetFacet;
  version?: DatasetVersionDatasetFacet;
  [name: string]: DatasetFacet | undefined;
};

/** Facets of an input dataset: those of the specification, and any other. @public */
export type InputDatasetFacets = {
  dataQualityAssertions?: DataQualityAssertionsDatasetFacet;
  dataQualityMetrics?: DataQualityMetricsInputDatasetFacet;
  inputStatistics?: InputStatisticsInputDatasetFacet;
  subset?: InputSubsetInputDatasetFacet;
  [name: string]: InputDatasetFacet | undefined;
};

/** Facets of an output dataset: those of the specification, and any other. @public */
export type OutputDatasetFacets = {
  outputStatistics?: OutputStatisticsOutputDatasetFacet;
  subset?: OutputSubsetOutputDatasetFacet;
  [name: string]: OutputDatasetFacet | undefined;
};
