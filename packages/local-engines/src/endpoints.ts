import { join, resolve } from 'node:path';
import { reservePorts, type Ports } from './ports';
import { ensureSecrets } from './secrets';
import {
  SERVICE_NAMES,
  type ProcessName,
  type ServiceName,
} from './serviceNames';

/**
 * How to reach the demo database.
 *
 * @public
 */
export interface PostgresEndpoint {
  host: string;
  port: number;
  user: string;
  /** Left out wherever endpoints are written to a file or printed. */
  password?: string;
  /** Databases that exist after start: `shop` and `warehouse`. */
  databases: string[];
}

/**
 * Where the engines of a set answer; a field is set when its service was asked for.
 *
 * @public
 */
export interface Endpoints {
  /** JobManager REST, like `http://127.0.0.1:20001`. */
  flinkRestUrl?: string;
  /** SQL Gateway, without an API version. */
  sqlGatewayUrl?: string;
  flinkHistoryUrl?: string;
  /** SeaTunnel Zeta's base, like `http://127.0.0.1:20007`; REST v1 lives under `/hazelcast/rest/maps`. */
  seatunnelUrl?: string;
  /** `host:port` */
  kafkaBootstrapServers?: string;
  postgres?: PostgresEndpoint;
  /** Absolute folder of Flink's checkpoints. */
  checkpointsDir?: string;
  /** Absolute folder of Flink's savepoints. */
  savepointsDir?: string;
  /** Absolute log folder of each process. */
  logDirs: Partial<Record<ProcessName, string>>;
}

/** User of the demo database. */
export const POSTGRES_USER = 'datalark';
/** Databases of the demo server. */
export const POSTGRES_DATABASES = ['shop', 'warehouse'];

/** The endpoints that follow from the folder, the ports and the services. Holds no password. */
export function endpointsFor(
  dir: string,
  ports: Ports,
  services: readonly ServiceName[],
): Endpoints {
  const has = (name: ServiceName) => services.includes(name);
  const url = (port: number) => `http://127.0.0.1:${port}`;
  const endpoints: Endpoints = { logDirs: {} };
  const flinkLog = (name: ProcessName) => join(dir, 'flink', 'log', name);
  if (has('flink')) {
    endpoints.flinkRestUrl = url(ports.flinkRest);
    endpoints.checkpointsDir = join(dir, 'flink', 'checkpoints');
    endpoints.savepointsDir = join(dir, 'flink', 'savepoints');
    endpoints.logDirs.jobmanager = flinkLog('jobmanager');
    endpoints.logDirs.taskmanager = flinkLog('taskmanager');
  }
  if (has('sql-gateway')) {
    endpoints.sqlGatewayUrl = url(ports.sqlGateway);
    endpoints.logDirs['sql-gateway'] = flinkLog('sql-gateway');
  }
  if (has('flink-history')) {
    endpoints.flinkHistoryUrl = url(ports.flinkHistory);
    endpoints.logDirs['flink-history'] = flinkLog('flink-history');
  }
  if (has('seatunnel')) {
    endpoints.seatunnelUrl = url(ports.seatunnel);
    endpoints.logDirs.seatunnel = join(dir, 'seatunnel', 'logs');
  }
  if (has('kafka')) {
    endpoints.kafkaBootstrapServers = `127.0.0.1:${ports.kafka}`;
    endpoints.logDirs.kafka = join(dir, 'kafka', 'log');
  }
  if (has('postgres')) {
    endpoints.postgres = {
      host: '127.0.0.1',
      port: ports.postgres,
      user: POSTGRES_USER,
      databases: [...POSTGRES_DATABASES],
    };
    endpoints.logDirs.postgres = join(dir, 'postgres', 'log');
  }
  return endpoints;
}

/** Adds the password from `secrets.json`. */
export async function withSecrets(
  dir: string,
  endpoints: Endpoints,
): Promise<Endpoints> {
  if (!endpoints.postgres) {
    return endpoints;
  }
  const { postgresPassword } = await ensureSecrets(dir);
  return {
    ...endpoints,
    postgres: { ...endpoints.postgres, password: postgresPassword },
  };
}

/**
 * The endpoints that a set will have, before it is started (default: every service). Reserves ports and
 * generates the database password when that has not happened yet.
 *
 * @public
 */
export async function plannedEndpoints(
  dir: string,
  services: readonly ServiceName[] = SERVICE_NAMES,
): Promise<Endpoints> {
  const home = resolve(dir);
  const ports = await reservePorts(home);
  return withSecrets(home, endpointsFor(home, ports, services));
}
