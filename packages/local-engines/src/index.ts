/**
 * Real Flink, SQL Gateway, SeaTunnel, Kafka and PostgreSQL on this machine, for the demo and for tests.
 *
 * @packageDocumentation
 */
export { removeEngines } from './removeEngines';
export {
  startEngines,
  type RunningEngines,
  type StartOptions,
} from './startEngines';
export { attachEngines, isSupervisorAlive } from './attachEngines';
export {
  plannedEndpoints,
  type Endpoints,
  type PostgresEndpoint,
} from './endpoints';
export { EngineProblem, type Problem } from './engineProblem';
export type {
  FlinkVersion,
  OpenLineageReceiver,
  PostgresInit,
} from './engineService';
export { freePort } from './freePort';
export { createTopics } from './kafkaTopics';
export { reservePorts, type Ports } from './ports';
export type { DownloadProgress, ProgressEvent, ServiceState } from './progress';
export {
  isServiceName,
  processesOf,
  SERVICE_NAMES,
  type ProcessName,
  type ServiceName,
} from './serviceNames';
export {
  readStatus,
  type EnginesStatus,
  type ProcessStatus,
  type ServiceStatus,
} from './statusFile';
export { testEngines, type TestEngines } from './testEngines';
export { testMariaDb, type TestMariaDb } from './testMariaDb';
export { until } from './until';
