/**
 * Flink session clusters as an engine of data-jobs.
 *
 * @packageDocumentation
 */
export { dataJobsModuleFlink as default } from './module';
export { flinkSessionEngineFactory } from './flinkSessionEngineFactory';
