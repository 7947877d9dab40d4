import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FlinkVersion, OpenLineageReceiver } from './engineService';
import { isServiceName, SERVICE_NAMES, type ServiceName } from './serviceNames';

/** What the command line asks for. */
export interface CliArguments {
  command:
    | 'up'
    | 'status'
    | 'stop'
    | 'env'
    | 'restart'
    | 'kill'
    | 'lock'
    | 'help';
  /** What `restart`, `kill` and `lock` are about. */
  names: string[];
  dir: string;
  services: readonly ServiceName[];
  flinkVersion: FlinkVersion;
  openLineage?: OpenLineageReceiver;
  /** Folder of `<database>.sql` and `topics.txt`; default: the environment variable DATALARK_SEED_DIR. */
  seedDir?: string;
  /** See `StartOptions`. */
  jdbcSinkFromCdc: boolean;
  json: boolean;
  whileLeased: boolean;
}

const COMMANDS: readonly string[] = [
  'up',
  'status',
  'stop',
  'env',
  'restart',
  'kill',
  'lock',
  'help',
];
const FLINK_VERSIONS: readonly string[] = ['2.3.0', '1.20.3'];

/** What `help` prints. */
export const USAGE = `Real engines on this machine.

  npm run engines -- up       start them and stay; Ctrl-C stops them all
  npm run engines -- status   how each one is, with its memory
  npm run engines -- stop     stop those that run
  npm run engines -- restart <service or process>
  npm run engines -- env      their endpoints as environment variables

  --services a,b   ${SERVICE_NAMES.join(', ')} (default: all)
  --dir D          their folder (default: .datalark/engines in the repository)
  --flink V        ${FLINK_VERSIONS.join(' or ')} (default: ${
  FLINK_VERSIONS[0]
})
  --openlineage U  send the OpenLineage events of Flink 2 to this URL, with $DATALARK_OPENLINEAGE_TOKEN as the token
  --seed D         run D/<database>.sql once, create the topics of D/topics.txt (default: $DATALARK_SEED_DIR)
  --cdc-sink       SeaTunnel's Jdbc sink comes from the CDC jar, which a Postgres-CDC source needs
  --json           print JSON lines

For maintainers: \`lock <set>\` writes the lock file of a set of locks/pinned.json anew.
`;

/** Reads the command line. Throws with a sentence when it makes no sense. */
export function parseCliArguments(
  argv: string[],
  repositoryRoot: string,
  env: NodeJS.ProcessEnv = process.env,
): CliArguments {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      services: { type: 'string' },
      dir: { type: 'string' },
      flink: { type: 'string' },
      openlineage: { type: 'string' },
      seed: { type: 'string' },
      'cdc-sink': { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
      'while-leased': { type: 'boolean' },
    },
  });
  const [command = 'help', ...names] = positionals;
  if (!COMMANDS.includes(command)) {
    throw new Error(
      `There is no command "${command}"; there are ${COMMANDS.join(', ')}.`,
    );
  }
  const flinkVersion = values.flink ?? FLINK_VERSIONS[0];
  if (!FLINK_VERSIONS.includes(flinkVersion)) {
    throw new Error(
      `Flink ${flinkVersion} cannot be run; choose ${FLINK_VERSIONS.join(
        ' or ',
      )}.`,
    );
  }
  const services = (values.services?.split(',') ?? [...SERVICE_NAMES])
    .map(it => it.trim())
    .filter(Boolean);
  const unknown = services.find(it => !isServiceName(it));
  if (unknown) {
    throw new Error(
      `There is no service "${unknown}"; there are ${SERVICE_NAMES.join(
        ', ',
      )}.`,
    );
  }
  if ((command === 'restart' || command === 'kill') && names.length !== 1) {
    throw new Error(`Say what to ${command}: ${command} <service or process>.`);
  }
  return {
    command: (values.help ? 'help' : command) as CliArguments['command'],
    names,
    dir: values.dir ?? join(repositoryRoot, '.datalark', 'engines'),
    services: services as ServiceName[],
    flinkVersion: flinkVersion as FlinkVersion,
    openLineage: values.openlineage
      ? { url: values.openlineage, token: env.DATALARK_OPENLINEAGE_TOKEN }
      : undefined,
    seedDir: values.seed ?? env.DATALARK_SEED_DIR,
    jdbcSinkFromCdc: values['cdc-sink'] ?? false,
    json: values.json ?? false,
    whileLeased: values['while-leased'] ?? false,
  };
}
