import { fail } from './fail.mjs';

const KNOWN = {
  '--no-engines': { key: 'engines', value: false },
  '--engines': { key: 'services', takes: 'a comma-separated list, e.g. flink,sql-gateway' },
  '--flink': { key: 'flink', takes: 'a version: 2.3.0 or 1.20.3' },
  '--port': { key: 'port', takes: 'a number' },
  '--home': { key: 'home', takes: 'a folder' },
  '--config': { key: 'config', takes: 'a file', many: true },
  '--help': { key: 'help', value: true },
};

const HELP = `npm start -- [options]

  --no-engines       start the portal alone; point dataJobs.engines at yours
  --engines LIST     only these: flink, sql-gateway, flink-history, seatunnel,
                     kafka, postgres (default: all)
  --flink VERSION    2.3.0 (default) or 1.20.3
  --port N           address of the portal (default 7007)
  --home FOLDER      where the portal keeps its data (default .datalark)
  --config FILE      Backstage configuration laid over app-config.yaml; repeatable
`;

/** Reads the command line; a wrong one ends with a sentence. */
export function readOptions(argv) {
  const options = { engines: true, config: [] };
  for (let i = 0; i < argv.length; i++) {
    const [flag, inline] = argv[i].split(/=(.*)/s);
    const known = KNOWN[flag];
    if (!known) fail(`Unknown option ${argv[i]}.`, 'npm start -- --help lists the options.');
    if (!known.takes) {
      options[known.key] = known.value;
      continue;
    }
    const value = inline ?? argv[++i];
    if (!value) fail(`${flag} needs ${known.takes}.`, 'npm start -- --help lists the options.');
    if (known.many) options[known.key].push(value);
    else options[known.key] = value;
  }
  if (options.help) {
    process.stdout.write(HELP);
    process.exit(0);
  }
  if (options.port !== undefined && !(Number(options.port) > 0 && Number(options.port) < 65536)) {
    fail(`--port ${options.port} is not a port.`, 'Give a number from 1 to 65535.');
  }
  return options;
}
