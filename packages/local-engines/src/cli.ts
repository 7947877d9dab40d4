import { resolve } from 'node:path';
import { attachEngines, isSupervisorAlive } from './attachEngines';
import { parseCliArguments, USAGE, type CliArguments } from './cliArguments';
import { envText, progressLine, statusText } from './cliText';
import { EngineProblem, toProblem } from './engineProblem';
import { stopWithoutLeases } from './leases';
import { writeLock } from './lockWriter';
import { repositoryRoot } from './packageFolder';
import type { ProgressEvent } from './progress';
import { sendRequest } from './requests';
import { secretsFileOf } from './secrets';
import { seedScripts } from './seedScripts';
import { seedTopics } from './seedTopics';
import { startEngines } from './startEngines';
import { readStatus } from './statusFile';

const print = (text: string) => process.stdout.write(text);

/** Prints each event; of a download only one line per ten seconds. */
function printer(json: boolean): (event: ProgressEvent) => void {
  let last = 0;
  return event => {
    if (json) {
      print(`${JSON.stringify(event)}\n`);
      return;
    }
    if (event.state === 'waiting') {
      return;
    }
    if (event.progress) {
      if (Date.now() - last < 10_000) {
        return;
      }
      last = Date.now();
    }
    print(`${progressLine(event)}\n`);
  };
}

async function up(args: CliArguments): Promise<number> {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => ending.abort(new Error(`Ended by ${signal}.`)));
  }
  const running = await startEngines({
    dir: args.dir,
    services: args.services,
    flinkVersion: args.flinkVersion,
    openLineage: args.openLineage,
    jdbcSinkFromCdc: args.jdbcSinkFromCdc,
    postgresInit: seedScripts(args.seedDir),
    kafkaTopics: seedTopics(args.seedDir),
    signal: ending.signal,
    onProgress: printer(args.json),
  }).catch(error => {
    if (ending.signal.aborted) {
      return undefined;
    }
    throw error;
  });
  if (!running) {
    return 0;
  }
  if (!args.json) {
    print(`${statusText(resolve(args.dir), readStatus(args.dir), true)}`);
    if (running.problems.length < args.services.length) {
      print('Ctrl-C stops them all.\n');
    }
  }
  if (running.problems.length === args.services.length) {
    await running.stop();
    return 1;
  }
  if (args.whileLeased) {
    await stopWithoutLeases(resolve(args.dir), running);
    return 0;
  }
  // with every engine down nothing else would keep this process, which others ask for a restart
  const alive = setInterval(() => {}, 60_000);
  await running.stopped;
  clearInterval(alive);
  return 0;
}

async function main(argv: string[]): Promise<number> {
  const args = parseCliArguments(argv, repositoryRoot());
  const dir = resolve(args.dir);
  switch (args.command) {
    case 'up':
      return up(args);
    case 'status': {
      const status = readStatus(dir);
      const alive = isSupervisorAlive(dir);
      print(
        args.json
          ? `${JSON.stringify({ alive, ...status })}\n`
          : statusText(dir, status, alive),
      );
      return alive ? 0 : 1;
    }
    case 'stop':
      if (!isSupervisorAlive(dir)) {
        print(`No engines are running for ${dir}.\n`);
        return 0;
      }
      await sendRequest(dir, { action: 'stop' });
      print('Stopped.\n');
      return 0;
    case 'restart':
    case 'kill':
      await sendRequest(dir, { action: args.command, name: args.names[0] });
      return 0;
    case 'env': {
      const endpoints = await attachEngines(dir);
      if (!endpoints) {
        throw new EngineProblem(
          `No engines are running for ${dir}.`,
          'Start them with `npm run engines -- up`.',
        );
      }
      print(envText(dir, endpoints, secretsFileOf(dir)));
      return 0;
    }
    case 'lock':
      for (const name of args.names) {
        const lock = await writeLock(name);
        print(`${name}: ${lock.files.length} jars, ${lock.totalBytes} bytes\n`);
      }
      return 0;
    default:
      print(USAGE);
      return 0;
  }
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  error => {
    const { message, remedy } = toProblem(error);
    process.stderr.write(`${[message, remedy].filter(Boolean).join('\n')}\n`);
    process.exit(1);
  },
);
