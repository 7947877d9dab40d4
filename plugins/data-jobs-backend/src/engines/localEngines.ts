import { readFile } from 'fs/promises';

/** A service of the local engines, as its status file shows it. */
export type LocalService = {
  state: string;
  message?: string;
  remedy?: string;
  /** Where it answers, when the file says so. */
  url?: string;
};

const URL_OF_SERVICE: Record<string, string> = {
  flink: 'flinkRestUrl',
  'sql-gateway': 'sqlGatewayUrl',
  'flink-history': 'flinkHistoryUrl',
  seatunnel: 'seatunnelUrl',
};

/**
 * Reads the status file of `@datalark/local-engines`: states, messages and
 * remedies only. No file, or one that cannot be read, is no service.
 */
export async function readLocalServices(
  file: string,
): Promise<Record<string, LocalService>> {
  let status: any;
  try {
    status = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return {};
  }
  return Object.fromEntries(
    Object.entries<any>(status?.services ?? {}).map(([name, service]) => [
      name,
      {
        state: String(service?.state ?? 'unknown'),
        message: textOf(service?.message),
        remedy: textOf(service?.remedy),
        url: textOf(status?.endpoints?.[URL_OF_SERVICE[name]]),
      },
    ]),
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
