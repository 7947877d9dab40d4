import type { Endpoints } from './endpoints';
import type { ProgressEvent } from './progress';
import { SERVICE_NAMES, type ServiceName } from './serviceNames';
import type { EnginesStatus } from './statusFile';

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;

function rest(secondsLeft: number | undefined): string {
  if (secondsLeft === undefined) {
    return '';
  }
  return secondsLeft < 90
    ? `, ${secondsLeft} s left`
    : `, ${Math.ceil(secondsLeft / 60)} min left`;
}

/** One line for people about something that happened. */
export function progressLine(event: ProgressEvent): string {
  const download = event.progress
    ? ` ${megabytes(event.progress.bytes)} of ${megabytes(
        event.progress.totalBytes,
      )}${rest(event.progress.secondsLeft)}.`
    : '';
  const remedy = event.remedy ? `\n${' '.repeat(15)}${event.remedy}` : '';
  return `${event.service.padEnd(14)} ${event.state}: ${
    event.message
  }${download}${remedy}`;
}

/** Where a service answers, as one text. */
export function addressOf(
  service: ServiceName,
  endpoints: Endpoints,
): string | undefined {
  switch (service) {
    case 'flink':
      return endpoints.flinkRestUrl;
    case 'sql-gateway':
      return endpoints.sqlGatewayUrl;
    case 'flink-history':
      return endpoints.flinkHistoryUrl;
    case 'seatunnel':
      return endpoints.seatunnelUrl;
    case 'kafka':
      return endpoints.kafkaBootstrapServers;
    default:
      return endpoints.postgres
        ? `${endpoints.postgres.host}:${endpoints.postgres.port}`
        : undefined;
  }
}

/** What `status` prints: a line per service, then the memory of all. */
export function statusText(
  dir: string,
  status: EnginesStatus | undefined,
  alive: boolean,
): string {
  if (!status) {
    return `No engines were ever started for ${dir}.\nStart them with \`npm run engines -- up\`.\n`;
  }
  const lines = [
    alive
      ? `Engines of ${dir}, run by process ${status.supervisorPid}:`
      : `The engines of ${dir} do not run; this is how they were last:`,
  ];
  let total = 0;
  for (const name of SERVICE_NAMES) {
    const service = status.services[name];
    if (service) {
      const memory = alive ? service.rssBytes : undefined;
      total += memory ?? 0;
      lines.push(
        [
          `  ${name.padEnd(14)}`,
          service.state.padEnd(12),
          (service.version ?? '').padEnd(8),
          (memory === undefined ? '' : megabytes(memory)).padStart(8),
          `  ${addressOf(name, status.endpoints) ?? ''}`,
        ].join(' '),
      );
      if (service.state !== 'running' && service.message) {
        lines.push(`${' '.repeat(17)}${service.message}`);
      }
      if (service.remedy) {
        lines.push(`${' '.repeat(17)}${service.remedy}`);
      }
    }
  }
  if (total > 0) {
    lines.push(`  Memory of all (RSS): ${megabytes(total)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What `env` prints: the endpoints as shell assignments; the password stays in its file. */
export function envText(
  dir: string,
  endpoints: Endpoints,
  secretsFile: string,
): string {
  const values: Record<string, string | undefined> = {
    DATALARK_ENGINES_DIR: dir,
    FLINK_REST_URL: endpoints.flinkRestUrl,
    FLINK_SQL_GATEWAY_URL: endpoints.sqlGatewayUrl,
    FLINK_HISTORY_URL: endpoints.flinkHistoryUrl,
    SEATUNNEL_URL: endpoints.seatunnelUrl,
    KAFKA_BOOTSTRAP_SERVERS: endpoints.kafkaBootstrapServers,
    POSTGRES_HOST: endpoints.postgres?.host,
    POSTGRES_PORT: endpoints.postgres && String(endpoints.postgres.port),
    POSTGRES_USER: endpoints.postgres?.user,
    POSTGRES_SECRETS_FILE: endpoints.postgres && secretsFile,
  };
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `export ${name}='${value}'\n`)
    .join('');
}
