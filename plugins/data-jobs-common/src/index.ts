/**
 * Models, permissions and client of data-jobs.
 *
 * @packageDocumentation
 */
export * from './Verb';
export * from './Observation';
export * from './Snapshot';
export * from './Run';
export * from './Operation';
export * from './DefinitionProblem';
export * from './JobSpec';
export * from './JobVersion';
export * from './Job';
export * from './originAnnotation';
export * from './Engine';
export * from './JobInsight';
export * from './permissions';
export * from './client/DataJobsApi';
export * from './client/DataJobsClient';
