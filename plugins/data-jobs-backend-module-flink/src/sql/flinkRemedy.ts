/** What Flink says, and what people can do about it. First match wins. */
const REMEDIES: Array<
  [RegExp, (match: RegExpExecArray) => string | undefined]
> = [
  [
    /Could not find any (?:(\w+) )?factory for identifier '([^']*)'(?: that implements '[\w.]*\.(\w+)')?/,
    ([text, format, name, factory]) => {
      const what =
        format ?? (factory === 'CatalogFactory' ? 'catalog' : 'connector');
      const known = listAfter(text, 'Available factory identifiers are:');
      return (
        `${
          known ? `This engine has: ${known}. Use one of them, or add` : 'Add'
        } ` +
        `the jar of the ${what} '${name}' to the lib folder of the JobManager, ` +
        'the TaskManagers and the SQL Gateway.'
      );
    },
  ],
  [
    /Missing required options are:/,
    ([text]) =>
      `Add to the WITH clause: ${listAfter(
        text,
        'Missing required options are:',
      )}.`,
  ],
  [
    /Unsupported options:/,
    ([text]) =>
      `Remove or correct ${listAfter(text, 'Unsupported options:')}. ` +
      `Supported are: ${listAfter(text, 'Supported options:')}.`,
  ],
  [
    /do not contain an option key 'connector'/,
    () => "Add 'connector' = '…' to the WITH clause of the table.",
  ],
  [
    /^Object '([^']*)' not found|^Cannot find table '([^']*)'/,
    ([, object, table]) =>
      `Create ${object ?? table} in this script before it is used, or name ` +
      'its catalog and database.',
  ],
  [
    /did you mean '([^']*)'/,
    ([, name]) => `Write ${name}: names are case-sensitive.`,
  ],
  [
    /^Column '([^']*)' not found/,
    () => 'Check the name: names are case-sensitive.',
  ],
  [
    /^No match found for function signature (\w+)/,
    ([, name]) =>
      `Check the types of the arguments; a function of your own needs a ` +
      `CREATE TEMPORARY FUNCTION ${name} … first.`,
  ],
  [
    /^Encountered "|^Lexical error|^Incorrect syntax/,
    () => 'Check the text at this place, and what stands before it.',
  ],
  [
    /^Column types of query result and sink/,
    () =>
      'Make the columns of the SELECT match those of the sink, in number, ' +
      'order and type (CAST helps).',
  ],
  [
    /doesn't support consuming update/,
    () =>
      'Write to a sink that takes updates (upsert-kafka, jdbc with a primary ' +
      'key), or aggregate in windows, which only append.',
  ],
  [
    /already exists?\b/,
    () => 'Write CREATE … IF NOT EXISTS, or choose another name.',
  ],
  [
    /A (catalog|database) with name \[([^\]]*)\] does not exist/,
    ([, what, name]) => `Create the ${what} ${name} in this script first.`,
  ],
  [
    /unbounded table .* in batch mode/,
    () => 'Set spec.processing to streaming, or bound the source.',
  ],
  [
    /Could not parse value '[^']*' for key '([^']*)'/,
    ([, key]) => `Correct the value of ${key}.`,
  ],
  [
    /Cannot find checkpoint or savepoint file|Cannot find meta data file/,
    () =>
      'The snapshot is not there any more, or not where Flink can read it. ' +
      'Restore from another one.',
  ],
  [
    /Could not find a file system implementation for scheme '(\w+)'/,
    ([, scheme]) =>
      `Add Flink's file system plugin for ${scheme}:// to the cluster.`,
  ],
  [
    /Failed to rollback to checkpoint\/savepoint|Cannot map checkpoint\/savepoint state/,
    () =>
      'The new version dropped or renamed operators that have state. Allow ' +
      'non-restored state to drop it, or start clean.',
  ],
  [
    /^ClassNotFoundException: (\S+)|(?:class|Class) '?([\w.$]+)'? (?:was )?not found/,
    ([, a, b]) =>
      `Check the name of the class ${
        a ?? b
      }, and that its jar is on the engine.`,
  ],
  [
    /jar or artifact resource \[([^\]]*)\] not found/,
    () => 'Put the jar where the SQL Gateway can read it.',
  ],
  [
    /^Flink failed with a /,
    () =>
      'Flink stumbled over its own code. Make the statement simpler or less ' +
      'deep, and look at the log of the SQL Gateway.',
  ],
];

/** What to do about Flink's sentence, where that is known. */
export function flinkRemedy(sentence: string): string | undefined {
  for (const [pattern, remedy] of REMEDIES) {
    const match = pattern.exec(sentence);
    if (match) {
      match[0] = sentence;
      return remedy(match);
    }
  }
  return undefined;
}

/** The lines that follow a headline, up to an empty line after them. */
function listAfter(text: string, headline: string): string {
  const at = text.indexOf(headline);
  if (at < 0) return '';
  const lines = text
    .slice(at + headline.length)
    .trimStart()
    .split('\n');
  const end = lines.findIndex(line => line.trim() === '');
  const items = (end < 0 ? lines : lines.slice(0, end)).map(l => l.trim());
  const shown = items.slice(0, 40).join(', ');
  return items.length > 40 ? `${shown}, …` : shown;
}
