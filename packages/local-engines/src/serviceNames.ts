/**
 * A service one can ask for. `flink` is a JobManager and a TaskManager with 8 slots.
 *
 * @public
 */
export type ServiceName =
  | 'flink'
  | 'sql-gateway'
  | 'flink-history'
  | 'seatunnel'
  | 'kafka'
  | 'postgres';

/**
 * A process of the operating system that belongs to a service.
 *
 * @public
 */
export type ProcessName =
  | 'jobmanager'
  | 'taskmanager'
  | 'sql-gateway'
  | 'flink-history'
  | 'seatunnel'
  | 'kafka'
  | 'postgres';

/**
 * Every service, in the order in which they are shown.
 *
 * @public
 */
export const SERVICE_NAMES: readonly ServiceName[] = [
  'flink',
  'sql-gateway',
  'flink-history',
  'seatunnel',
  'kafka',
  'postgres',
];

const PROCESSES: Record<ServiceName, readonly ProcessName[]> = {
  flink: ['jobmanager', 'taskmanager'],
  'sql-gateway': ['sql-gateway'],
  'flink-history': ['flink-history'],
  seatunnel: ['seatunnel'],
  kafka: ['kafka'],
  postgres: ['postgres'],
};

/**
 * True when the text is the name of a service.
 *
 * @public
 */
export function isServiceName(text: string): text is ServiceName {
  return (SERVICE_NAMES as readonly string[]).includes(text);
}

/**
 * The processes of a service, in starting order.
 *
 * @public
 */
export function processesOf(service: ServiceName): readonly ProcessName[] {
  return PROCESSES[service];
}

/** The processes meant by the name of a service or of one process. Throws on any other name. */
export function processesNamed(name: string): readonly ProcessName[] {
  if (isServiceName(name)) {
    return PROCESSES[name];
  }
  const all = Object.values(PROCESSES).flat();
  const found = all.find(process => process === name);
  if (!found) {
    throw new Error(
      `There is no service or process called "${name}"; there are ${[
        ...new Set([...SERVICE_NAMES, ...all]),
      ].join(', ')}.`,
    );
  }
  return [found];
}

/** The service that a process belongs to. */
export function serviceOf(process: ProcessName): ServiceName {
  return SERVICE_NAMES.find(service => PROCESSES[service].includes(process))!;
}
