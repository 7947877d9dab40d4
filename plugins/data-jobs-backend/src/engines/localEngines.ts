import { readFile } from 'fs/promises';
import { dirname } from 'path';
import { isProcessAlive } from './isProcessAlive';

/** A service of the local engines, as its status file shows it. */
export type LocalService = {
  /** `running`, or why it does not run: see `@datalark/local-engines`. */
  state: string;
  message?: string;
  /** What to do; always there when it is down. */
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

const ON_THEIR_WAY = ['waiting', 'downloading', 'starting'];

/**
 * Reads the status file of `@datalark/local-engines`, which is not needed for
 * that. The last words of a supervisor that was killed are not repeated: no
 * engine outlives its supervisor. No file, or one that cannot be read, is no
 * service.
 */
export async function readLocalServices(
  file: string,
): Promise<Record<string, LocalService>> {
  let status: Fields;
  try {
    status = fieldsOf(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return {};
  }
  const pid = Number(status.supervisorPid);
  const alive = await isProcessAlive(pid, textOf(status.supervisorStartTime));
  const commands = commandsFor(dirname(file));
  return Object.fromEntries(
    Object.entries(fieldsOf(status.services)).map(([name, said]) => {
      const service = fieldsOf(said);
      const known = alive
        ? whileItLives(name, service, commands)
        : afterItsEnd(pid, service, commands);
      const url = textOf(fieldsOf(status.endpoints)[URL_OF_SERVICE[name]]);
      return [name, { ...known, url }];
    }),
  );
}

type Fields = Record<string, unknown>;
type Commands = ReturnType<typeof commandsFor>;

function commandsFor(dir: string) {
  return {
    start: `Start the engines again: restart \`npm start\`, or run \`npm run engines -- up --dir ${dir}\`.`,
    restart: (name: string) =>
      `Start it again with \`npm run engines -- restart ${name} --dir ${dir}\`.`,
  };
}

function whileItLives(
  name: string,
  service: Fields,
  commands: Commands,
): LocalService {
  const state = textOf(service.state) ?? 'unknown';
  const down = state !== 'running' && !ON_THEIR_WAY.includes(state);
  const progress = progressOf(service.progress);
  const message = textOf(service.message);
  return {
    state,
    message: progress && message ? `${message} ${progress}` : message,
    remedy:
      textOf(service.remedy) ?? (down ? commands.restart(name) : undefined),
  };
}

function afterItsEnd(
  pid: number,
  service: Fields,
  commands: Commands,
): LocalService {
  const state = textOf(service.state) ?? 'unknown';
  if (state === 'running' || ON_THEIR_WAY.includes(state) || service.revives) {
    return {
      state: 'stopped',
      message: `The process that ran it (${pid}) ended without stopping it in order.`,
      remedy: commands.start,
    };
  }
  // What kept it from running still does.
  const remedy = textOf(service.remedy);
  return {
    state,
    message: textOf(service.message),
    remedy: remedy ? `${remedy} ${commands.start}` : commands.start,
  };
}

function progressOf(value: unknown): string | undefined {
  const { bytes, totalBytes, secondsLeft } = fieldsOf(value);
  if (typeof bytes !== 'number' || typeof totalBytes !== 'number') {
    return undefined;
  }
  const left =
    typeof secondsLeft === 'number' ? `, about ${secondsLeft} s left` : '';
  return `${Math.round(bytes / 1e6)} of ${Math.round(
    totalBytes / 1e6,
  )} MB${left}.`;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}
