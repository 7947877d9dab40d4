import type { CommandSpec } from './guardedProcess';
import type { Ports } from './ports';
import type { ProcessName, ServiceName } from './serviceNames';

/**
 * Flink versions that can be run.
 *
 * @public
 */
export type FlinkVersion = '2.3.0' | '1.20.3';

/**
 * A script that is run once in a demo database.
 *
 * @public
 */
export interface PostgresInit {
  /** `shop` or `warehouse`. */
  database: string;
  /** Path of a file of SQL statements. */
  sqlFile: string;
}

/**
 * Who receives Flink's OpenLineage events.
 *
 * @public
 */
export interface OpenLineageReceiver {
  /** Without a path it gets `/api/v1/lineage`. */
  url: string;
  /** Sent as `Authorization: Bearer`; default: none. */
  token?: string;
  /** Namespace of the jobs; default `datalark`. */
  jobNamespace?: string;
}

/** What may be chosen about the engines themselves. */
export interface EngineSettings {
  flinkVersion: FlinkVersion;
  /** Where Flink sends OpenLineage events; unset: nowhere. */
  openLineage?: OpenLineageReceiver;
  /** Lines of Flink's `config.yaml` besides, or in place of, those that are written here. */
  flinkConfiguration?: Record<string, string>;
  /** SeaTunnel keeps jobs and history on disk. */
  imap: boolean;
  /** SeaTunnel's Jdbc sink is the CDC jar's own copy, which Postgres-CDC needs. */
  jdbcSinkFromCdc: boolean;
  postgresInit: PostgresInit[];
  /** Topics that Kafka has when it is ready. */
  kafkaTopics: string[];
}

/** What a service gets to prepare its processes. */
export interface EngineContext {
  /** Absolute folder of the set. */
  dir: string;
  ports: Ports;
  settings: EngineSettings;
  /** Absolute path of `java`. */
  java: string;
  /** Folder of each artifact set that is there, by the set's name. */
  jars: Record<string, string>;
  signal?: AbortSignal;
}

/** A process that can be started, again and again. */
export interface EngineProcess {
  name: ProcessName;
  /** As people call it, like "JobManager". */
  title: string;
  /** Made anew for each start. */
  command(): CommandSpec;
  /** A piece of the command line that only this set's processes have. */
  marker: string;
  /** The ports it listens on. */
  ports: number[];
  /** Files to look into when it fails. */
  logFiles: string[];
  /** Asked again and again after the start until it says true; may throw, which means no. */
  isReady(): Promise<boolean>;
  /** How long to wait for that, in ms. */
  readyWithinMs: number;
}

/** One service: what it needs, and the processes it consists of. */
export interface EngineService {
  name: ServiceName;
  version: string;
  needsJava: boolean;
  /** Names of artifact sets, see `locks/pinned.json`. */
  artifactSets: string[];
  /** Those it can do without: a download that fails leaves them out of the context. */
  optionalSets?: string[];
  /** Writes configuration, formats storage. Runs before every start of the set. */
  prepare(context: EngineContext): Promise<EngineProcess[]>;
  /** Runs when every process is ready for the first time. */
  afterReady?(context: EngineContext): Promise<void>;
}
