import {
  isSignificant,
  splitStatements,
  SqlStatement,
  Token,
} from '@datalark/flink-sql';
import { DefinitionFacts } from './definitionFacts';
import { withoutCredentials } from './withoutCredentials';

/** Options of connectors that name something outside of Flink. */
const PLACES = new Set([
  'topic',
  'table-name',
  'table',
  'path',
  'index',
  'collection',
  'database-name',
  'schema-name',
]);

/** Tables and connectors of a script, as far as its tokens tell. */
export function sqlFacts(sql: string): DefinitionFacts {
  const tables = new Set<string>();
  const connectors = new Set<string>();
  const visit = (statement: SqlStatement) => {
    const tokens = statement.tokens.filter(isSignificant);
    if (statement.inner.length) statement.inner.forEach(visit);
    else namesOf(tokens).forEach(name => tables.add(name));
    for (const [key, value] of optionsOf(tokens)) {
      if (key === 'connector') connectors.add(value);
      if (PLACES.has(key) && value) tables.add(value);
    }
  };
  splitStatements(sql).forEach(visit);
  return {
    text: withoutCredentials(sql),
    tables: [...tables],
    connectors: [...connectors],
  };
}

/** Names after CREATE TABLE, INTO, FROM and JOIN. */
function namesOf(tokens: Token[]): string[] {
  const found: string[] = [];
  const created = wordAt(tokens, 0) === 'CREATE';
  // Per pair of parentheses: FROM belongs to a SELECT, not to EXTRACT.
  const selects = [false];
  const ctes = new Set<string>();
  for (let at = 0; at < tokens.length; at += 1) {
    const { text } = tokens[at];
    const word = wordAt(tokens, at);
    if (text === '(') selects.push(false);
    else if (text === ')' && selects.length > 1) selects.pop();
    else if (word === 'SELECT') selects[selects.length - 1] = true;
    else if (word === 'AS' && tokens[at + 1]?.text === '(' && at > 0) {
      if (isName(tokens[at - 1])) ctes.add(nameOf(tokens[at - 1]));
    }
    const isSource = word === 'FROM' || word === 'JOIN';
    const isTarget =
      word === 'INTO' || word === 'OVERWRITE' || (created && word === 'TABLE');
    if (!isTarget && !(isSource && selects[selects.length - 1])) continue;
    const path = pathAt(tokens, skipWords(tokens, at + 1));
    if (path && !ctes.has(path)) found.push(path);
  }
  return found;
}

const SKIPPED = new Set(['IF', 'NOT', 'EXISTS', 'TABLE', 'LATERAL']);

function skipWords(tokens: Token[], from: number): number {
  let at = from;
  while (SKIPPED.has(wordAt(tokens, at))) at += 1;
  return at;
}

function pathAt(tokens: Token[], from: number): string | undefined {
  if (!isName(tokens[from])) return undefined;
  const names = [nameOf(tokens[from])];
  let at = from + 1;
  while (tokens[at]?.text === '.' && isName(tokens[at + 1])) {
    names.push(nameOf(tokens[at + 1]));
    at += 2;
  }
  // A name before a parenthesis is a function: TABLE(TUMBLE(…)), UNNEST(…).
  return tokens[at]?.text === '(' &&
    wordAt(tokens, 0) !== 'CREATE' &&
    wordAt(tokens, 0) !== 'INSERT'
    ? undefined
    : names.join('.');
}

/** Pairs of `'key' = 'value'`. */
function optionsOf(tokens: Token[]): Array<[string, string]> {
  return tokens.flatMap((token, at): Array<[string, string]> => {
    const isPair =
      token.kind === 'string' &&
      tokens[at + 1]?.text === '=' &&
      tokens[at + 2]?.kind === 'string';
    return isPair ? [[unquote(token), unquote(tokens[at + 2])]] : [];
  });
}

function unquote({ text }: Token): string {
  return text.replace(/^[^']*'|'$/g, '').replace(/''/g, "'");
}

function isName(token: Token | undefined): token is Token {
  return token?.kind === 'word' || token?.kind === 'quoted-identifier';
}

function nameOf({ kind, text }: Token): string {
  return kind === 'quoted-identifier'
    ? text.replace(/^`|`$/g, '').replace(/``/g, '`')
    : text;
}

function wordAt(tokens: Token[], at: number): string {
  return tokens[at]?.kind === 'word' ? tokens[at].text.toUpperCase() : '';
}
