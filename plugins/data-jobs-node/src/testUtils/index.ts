/**
 * For tests of engines and of what uses them: an engine in memory, and the
 * cases that every engine must pass.
 *
 * @packageDocumentation
 */
export * from './FakeEngine';
export { FakeCluster, type FakeHold } from './FakeCluster';
export { FAKE_SYNTAX_ERROR, type FakeEngineOptions } from './FakeEngineOptions';
export { type FakeJob, type FakeSnapshot } from './FakeJob';
export { describeJobEngine } from './contract/describeJobEngine';
export { type JobEngineBench } from './contract/JobEngineBench';
