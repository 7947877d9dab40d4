/* Generated from the JSON Schema by `yarn generate`; change the schema, not this file. */

import { EntityMeta, EntityRelation } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';

/**
 * The definition of a job type that a further engine knows.
 *
 * This interface was referenced by `DataJobEntityV1alpha1`'s JSON-Schema
 * via the `definition` "OtherDefinition".
 *
 * @public
 */
export type OtherDefinition = JsonObject;

/**
 * A DataJob describes a data processing job: what it runs, where it runs and in which state it should be.
 *
 * @public
 */
export type DataJobEntityV1alpha1 = {
  apiVersion: 'datalark.io/v1alpha1';
  kind: 'DataJob';
  metadata: EntityMeta;
  spec: DataJobSpec;
  /**
   * The relations the catalog has made of it.
   */
  relations?: EntityRelation[];
};
/**
 * What the job is and how it runs.
 *
 * @public
 */
export type DataJobSpec = {
  /**
   * The language or engine format of the definition. flink-sql, flink-jar, flink-cdc and seatunnel are known; others need an engine that knows them.
   */
  type: string;
  /**
   * How far along it is. Any word; the usual ones are experimental, production and deprecated.
   */
  lifecycle: string;
  /**
   * Who answers for it: a Group or a User.
   */
  owner: string;
  /**
   * The System it is part of.
   */
  system?: string;
  /**
   * Whether the input ends. Default: "streaming".
   */
  processing?: 'streaming' | 'batch';
  /**
   * The name of an engine under `dataJobs.engines` in app-config.
   */
  engine: string;
  /**
   * What should be the case: the job runs, or is suspended with its state kept. Default: "running".
   */
  state?: 'running' | 'suspended';
  /**
   * What an upgrade keeps: nothing (stateless), a savepoint taken for it, or the newest checkpoint (last-state). Default: "savepoint".
   */
  upgradeMode?: 'stateless' | 'savepoint' | 'last-state';
  /**
   * How many parallel subtasks an operator has.
   */
  parallelism?: number;
  /**
   * What the processes of the job get; only engines that start processes per job use it.
   */
  resources?: {
    jobManager?: JobResources;
    taskManager?: JobResources;
  };
  /**
   * Options of the engine, one flat key each. A secret is written `${secret:name}`.
   */
  configuration?: {
    [k: string]: string | number | boolean;
  };
  /**
   * Values for `${NAME}` in the definition. A value may be a secret reference `${secret:name}`, never a secret.
   */
  variables?: {
    [k: string]: string;
  };
  /**
   * What runs; its fields depend on `spec.type`. `$text` and the other placeholders of the catalog work.
   */
  definition:
    | FlinkSqlDefinition
    | FlinkJarDefinition
    | FlinkCdcDefinition
    | SeaTunnelDefinition
    | OtherDefinition;
  /**
   * What differs per environment; whatever is not named is taken from the job.
   */
  environments?: {
    [k: string]: JobEnvironment;
  };
  schedule?: JobSchedule;
  notifications?: JobNotifications;
  /**
   * The Datasets it reads.
   */
  reads?: string[];
  /**
   * The Datasets it writes.
   */
  writes?: string[];
  /**
   * Other entities it needs; a reference names its kind.
   */
  dependsOn?: string[];
};
/**
 * What one process gets.
 *
 * This interface was referenced by `DataJobEntityV1alpha1`'s JSON-Schema
 * via the `definition` "JobResources".
 *
 * @public
 */
export type JobResources = {
  /**
   * CPU cores.
   */
  cpu?: number;
  /**
   * Memory with its unit.
   */
  memory?: string;
};
/**
 * A script of Flink SQL statements.
 *
 * This interface was referenced by `DataJobEntityV1alpha1`'s JSON-Schema
 * via the `definition` "flink-sql".
 *
 * @public
 */
export type FlinkSqlDefinition = {
  /**
   * The statements, separated by semicolons. `${NAME}` is a variable, `${secret:name}` a secret that is put in on the server.
   */
  sql: string;
};
/**
 * A program for Flink's DataStream or Table API.
 *
 * This interface was referenced by `DataJobEntityV1alpha1`'s JSON-Schema
 * via the `definition` "flink-jar".
 *
 * @public
 */
export type FlinkJarDefinition = {
  /**
   * Where the jar is: `uploaded:` and its SHA-256, an `https://` address, or `file:` and a path on the engine.
   */
  jar: string;
  /**
   * The class with the main method; the manifest's when absent.
   */
  mainClass?: string;
  /**
   * Arguments of the program, one entry each.
   */
  args?: string[];
};
/**
 * A pipeline of Flink CDC.
 *
 * This interface was referenced by `DataJobEntityV1alpha1`'s JSON-Schema
 * via the `definition` "flink-cdc".
 *
 * @public
 */
export type FlinkCdcDefinition = {
  /**
   * The pipeline's YAML text.
   */
  pipeline: string;
};
/**
 * A SeaTunnel job.
 *
 * This interface was referenced by `DataJobEntityV1alpha1`'s JSON-Schema
 * via the `definition` "seatunnel".
 *
 * @public
 */
export type SeaTunnelDefinition = {
  /**
   * The job's configuration: HOCON or JSON text, or the same as an object.
   */
  config: string | JsonObject;
  /**
   * How a text is written. Default: "hocon".
   */
  format?: 'hocon' | 'json';
};
/**
 * What differs in one environment.
 *
 * This interface was referenced by `DataJobEntityV1alpha1`'s JSON-Schema
 * via the `definition` "JobEnvironment".
 *
 * @public
 */
export type JobEnvironment = {
  /**
   * The name of an engine under `dataJobs.engines` in app-config.
   */
  engine?: string;
  /**
   * What should be the case: the job runs, or is suspended with its state kept.
   */
  state?: 'running' | 'suspended';
  /**
   * How many parallel subtasks an operator has.
   */
  parallelism?: number;
  /**
   * Options of the engine, one flat key each. A secret is written `${secret:name}`.
   */
  configuration?: {
    [k: string]: string | number | boolean;
  };
  /**
   * Values for `${NAME}` in the definition. A value may be a secret reference `${secret:name}`, never a secret.
   */
  variables?: {
    [k: string]: string;
  };
};
/**
 * When a batch job runs. The portal starts it; in the time zone's changes of the clock a time that is left out runs as much later, and one that comes twice runs the first time.
 *
 * This interface was referenced by `DataJobEntityV1alpha1`'s JSON-Schema
 * via the `definition` "JobSchedule".
 *
 * @public
 */
export type JobSchedule = {
  /**
   * Five fields: minute, hour, day of the month, month, day of the week.
   */
  cron: string;
  /**
   * The time zone of the expression, an IANA name. Default: "UTC".
   */
  timezone?: string;
  /**
   * Whether a time that passed while the portal was down is made up for: once, for the latest of them. Default: false.
   */
  catchUp?: boolean;
  /**
   * What happens when the run before still goes on, in the words of a Kubernetes CronJob: Forbid skips the new run, Replace cancels the one that goes on. Queue starts the new run when that one has ended. A job has one run at a time, so there is no Allow. Default: "Forbid".
   */
  concurrencyPolicy?: 'Forbid' | 'Queue' | 'Replace';
};
/**
 * What the owner is told of the job, and when.
 *
 * This interface was referenced by `DataJobEntityV1alpha1`'s JSON-Schema
 * via the `definition` "JobNotifications".
 *
 * @public
 */
export type JobNotifications = {
  /**
   * What the owner is not told of.
   */
  off?: (
    | 'failed'
    | 'degraded'
    | 'checkpoint-too-old'
    | 'verb-failed'
    | 'recovered'
  )[];
  quietHours?: QuietHours;
  /**
   * Further reasons to tell the owner; each has `any` or `all`.
   */
  rules?: AlertRule[];
};
/**
 * When the owner is left alone; what happened meanwhile is told in one summary afterwards.
 *
 * This interface was referenced by `DataJobEntityV1alpha1`'s JSON-Schema
 * via the `definition` "QuietHours".
 *
 * @public
 */
export type QuietHours = {
  /**
   * When it begins.
   */
  from: string;
  /**
   * When it ends; a time before `from` is on the next day.
   */
  to: string;
  /**
   * The time zone of both, an IANA name. Default: "UTC".
   */
  timezone?: string;
  /**
   * The days on which it begins; every day when absent.
   */
  days?: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
  /**
   * What is told at once all the same.
   */
  except?: (
    | 'failed'
    | 'degraded'
    | 'checkpoint-too-old'
    | 'verb-failed'
    | 'rule'
  )[];
};
/**
 * Tells the owner while any or all of its conditions hold.
 *
 * This interface was referenced by `DataJobEntityV1alpha1`'s JSON-Schema
 * via the `definition` "AlertRule".
 *
 * @public
 */
export type AlertRule = {
  /**
   * What it is called in the notification.
   */
  name: string;
  /**
   * Holds when one of them does.
   */
  any?: AlertCondition[];
  /**
   * Holds when every one of them does.
   */
  all?: AlertCondition[];
  /**
   * How long it has to hold before the owner is told.
   */
  for?: string;
  /**
   * How urgent it is. Default: "high".
   */
  severity?: 'critical' | 'high' | 'normal' | 'low';
};
/**
 * One condition: one of its fields. What cannot be known neither holds nor fails.
 *
 * This interface was referenced by `DataJobEntityV1alpha1`'s JSON-Schema
 * via the `definition` "AlertCondition".
 *
 * @public
 */
export type AlertCondition = {
  /**
   * What the engine does with the job.
   */
  state?:
    | 'deploying'
    | 'running'
    | 'suspended'
    | 'finished'
    | 'failed'
    | 'canceled'
    | 'absent'
    | 'unknown';
  /**
   * The newest checkpoint or savepoint of the running job is older.
   */
  checkpointAge?: string;
  /**
   * The engine restarted the job that many times or more `within` the time.
   */
  restarts?: number;
  /**
   * Goes with `restarts`. Default: "1h".
   */
  within?: string;
  /**
   * A source is that many records or more behind, as the engine tells.
   */
  lag?: number;
  /**
   * The present run has gone on longer.
   */
  duration?: string;
};
