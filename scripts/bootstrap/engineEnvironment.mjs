import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepareExamples } from './prepareExamples.mjs';

/** The addresses of the local engines as the variables that app-config.yaml reads. They are known before the engines run. */
export async function engineEnvironment(engines, dir, services) {
  mkdirSync(dir, { recursive: true });
  const endpoints = await engines.plannedEndpoints(dir, services);
  const files = join(dir, 'files');
  prepareExamples(files);
  return Object.fromEntries(
    Object.entries({
      DATALARK_FLINK_URL: endpoints.flinkRestUrl,
      DATALARK_SQL_GATEWAY_URL: endpoints.sqlGatewayUrl,
      DATALARK_FLINK_HISTORY_URL: endpoints.flinkHistoryUrl,
      DATALARK_FLINK_CHECKPOINTS: endpoints.checkpointsDir,
      DATALARK_FLINK_SAVEPOINTS: endpoints.savepointsDir && `file://${endpoints.savepointsDir}`,
      DATALARK_SEATUNNEL_URL: endpoints.seatunnelUrl,
      DATALARK_SEATUNNEL_LOGS: endpoints.logDirs?.seatunnel,
      DATALARK_KAFKA: endpoints.kafkaBootstrapServers,
      DATALARK_PG_HOST: endpoints.postgres?.host,
      DATALARK_PG_PORT: endpoints.postgres?.port && String(endpoints.postgres.port),
      DATALARK_PG_PASSWORD: endpoints.postgres?.password,
      DATALARK_FILES_DIR: files,
    }).filter(([, value]) => value),
  );
}
