import { endUsage } from './endUsage.mjs';

const COMMANDS = { lineage: ['text', 'json', 'edges', 'markdown'], check: ['text'], split: ['text', 'json'] };

const HELP = `npm run -s flink-sql -- COMMAND FILE… [options]     - as a FILE is stdin

  lineage   what each script reads and writes, column by column
  check     FILE:line:column: message for what is wrong or not understood
  split     the statements, each ended by a semicolon

  --format F      lineage: text (default), edges, json, markdown
                  split: text (default), json
  --catalog FILE  tables that exist beforehand: SQL with their definitions, or
                  JSON [{"name": "catalog.db.t", "columns": ["a", "b"]}]; repeatable

edges     tab-separated, sorted: file, number of the statement (from 1; the
          INSERTs of a statement set have its number), source table, source
          column, target table, target column, DIRECT/… or INDIRECT/…; * as the
          target column where whole rows are decided about; * on both sides
          where SELECT * reads a table of unknown columns
json      one OpenLineage JobEvent a line for each file, its column lineage in
          the facet columnLineage

Exit code: 0, 1 when a script has errors (told on stderr), 2 for a wrong call.
`;

/** Reads the command line; a wrong one ends with a sentence and code 2. */
export function readFlinkSqlOptions(argv) {
  const options = { command: undefined, files: [], format: undefined, catalogs: [] };
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
    } else if (flag.startsWith('--')) endUsage(`Unknown option ${argv[i]}.`, HELP);
    else if (!options.command) options.command = argv[i];
    else options.files.push(argv[i]);
  }
  const formats = COMMANDS[options.command];
  if (!formats) endUsage(options.command ? `Unknown command ${options.command}.` : 'No command.', HELP);
  if (options.files.length === 0) endUsage('No FILE.', HELP);
  options.format ??= 'text';
  if (!formats.includes(options.format)) {
    endUsage(`${options.command} has no format ${options.format}: ${formats.join(', ')}.`, HELP);
  }
  return options;
}
