import { endUsage } from './endUsage.mjs';

const COMMANDS = {
  lineage: ['text', 'json', 'edges', 'markdown'],
  check: ['text'],
};

const HELP = `npm run -s seatunnel-config -- COMMAND FILE… [options]     - as a FILE is stdin

  lineage   what each job reads and writes, column by column
  check     FILE:line:column: message for what is wrong or not understood

  --format F      lineage: text (default), edges, json, markdown
  --catalog FILE  columns of tables that jobs read without naming them: JSON
                  [{"name": "mysql://db:3306/shop.orders", "columns": ["a", "b"]}],
                  names as in edges; repeatable

FILE      HOCON or JSON, as SeaTunnel reads it; \${…} is left as it is

edges     tab-separated, sorted: file, number of the sink (from 1), source table,
          source column, target table, target column, DIRECT/… or INDIRECT/…;
          tables as OpenLineage's namespace/name, those without a known place as
          the block (source[0].Jdbc); * as the target column where whole rows are
          decided about; * on both sides where columns pass that nobody names
json      one OpenLineage JobEvent a line for each file, its column lineage in
          the facet columnLineage

Exit code: 0, 1 when a job has errors (told on stderr), 2 for a wrong call.
`;

/** Reads the command line; a wrong one ends with a sentence and code 2. */
export function readSeatunnelConfigOptions(argv) {
  const options = {
    command: undefined,
    files: [],
    format: undefined,
    catalogs: [],
  };
  for (let i = 0; i < argv.length; i++) {
    const [flag, inline] = argv[i].split(/=(.*)/s);
    if (flag === '--help' || flag === '-h') {
      process.stdout.write(HELP);
      process.exit(0);
    }
    if (flag === '--format' || flag === '--catalog') {
      const value = inline ?? argv[++i];
      if (!value) endUsage(`${flag} needs a value.`, HELP);
      if (flag === '--format') options.format = value;
      else options.catalogs.push(value);
    } else if (flag.startsWith('--'))
      endUsage(`Unknown option ${argv[i]}.`, HELP);
    else if (!options.command) options.command = argv[i];
    else options.files.push(argv[i]);
  }
  const formats =
    Object.hasOwn(COMMANDS, options.command ?? '') && COMMANDS[options.command];
  if (!formats)
    endUsage(
      options.command ? `Unknown command ${options.command}.` : 'No command.',
      HELP,
    );
  if (options.files.length === 0) endUsage('No FILE.', HELP);
  options.format ??= 'text';
  if (!formats.includes(options.format)) {
    endUsage(
      `${options.command} has no format ${options.format}: ${formats.join(
        ', ',
      )}.`,
      HELP,
    );
  }
  return options;
}
