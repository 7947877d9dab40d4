import type { DataJobEntity } from './DataEntity';
import type {
  FlinkCdcDefinition,
  FlinkJarDefinition,
  FlinkSqlDefinition,
  SeaTunnelDefinition,
} from './generated/DataJob';

/**
 * The job types whose definition has a schema. Further types are allowed; their engine knows them.
 *
 * @public
 */
export const knownDataJobTypes = [
  'flink-sql',
  'flink-jar',
  'flink-cdc',
  'seatunnel',
] as const;

/**
 * A job type whose definition has a schema.
 *
 * @public
 */
export type KnownDataJobType = (typeof knownDataJobTypes)[number];

/**
 * The definition that belongs to each known job type.
 *
 * @public
 */
export type DataJobDefinitions = {
  'flink-sql': FlinkSqlDefinition;
  'flink-jar': FlinkJarDefinition;
  'flink-cdc': FlinkCdcDefinition;
  seatunnel: SeaTunnelDefinition;
};

/**
 * A DataJob of one known type, with the definition that belongs to it.
 *
 * @public
 */
export type DataJobEntityOfType<T extends KnownDataJobType> = Omit<
  DataJobEntity,
  'spec'
> & {
  spec: Omit<DataJobEntity['spec'], 'type' | 'definition'> & {
    type: T;
    definition: DataJobDefinitions[T];
  };
};

/**
 * Whether the job is of the given type; narrows its definition.
 *
 * @example `if (isDataJobOfType(job, 'flink-sql')) job.spec.definition.sql`
 *
 * @public
 */
export function isDataJobOfType<T extends KnownDataJobType>(
  job: DataJobEntity,
  type: T,
): job is DataJobEntity & DataJobEntityOfType<T> {
  return job.spec.type === type;
}
