/**
 * SeaTunnel Zeta as an engine of data-jobs.
 *
 * @packageDocumentation
 */
export { dataJobsModuleSeatunnel as default } from './module';
export { zetaEngineFactory } from './zetaEngineFactory';
