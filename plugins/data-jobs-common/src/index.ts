/**
 * Models, permissions and client of data-jobs.
 *
 * @packageDocumentation
 */
export * from './Verb';
export * from './Observation';
export * from './Schedule';
export * from './UnmanagedJob';
export * from './unknownDefinition';
export * from './Snapshot';
export * from './Run';
export * from './Operation';
export * from './OperationPreview';
export * from './ResolvedJob';
export * from './StateCompatibility';
export * from './DefinitionProblem';
export * from './JobSpec';
export * from './JobVersion';
export * from './Job';
export * from './JobFacets';
export * from './Bulk';
export * from './originAnnotation';
export * from './Engine';
export * from './JobInsight';
export * from './MetricHistory';
export * from './JobAlert';
export * from './runbookOf';
export * from './permissions';
export * from './client/DataJobsApi';
export * from './client/DataJobsClient';
export * from './pipeline/FlinkTable';
export { type TableRole } from './pipeline/connectionOptions';
export * from './pipeline/renderFlinkSql';
export * from './pipeline/tableOfEntity';
export * from './pipeline/flinkPipeline';
