import type {
  StatementHead,
  StatementKind,
  StatementObject,
} from './StatementKind';
import type { Token } from './Token';
import { isSignificant } from './Token';

const BY_FIRST_WORD: Record<string, StatementKind> = {
  INSERT: 'insert',
  UPSERT: 'insert',
  UPDATE: 'change',
  DELETE: 'change',
  MERGE: 'change',
  TRUNCATE: 'change',
  SELECT: 'query',
  WITH: 'query',
  VALUES: 'query',
  TABLE: 'query',
  SET: 'set',
  RESET: 'reset',
  USE: 'use',
  LOAD: 'module',
  UNLOAD: 'module',
  SHOW: 'show',
  DESCRIBE: 'describe',
  DESC: 'describe',
  EXPLAIN: 'explain',
  ADD: 'jar',
  REMOVE: 'jar',
  CALL: 'call',
  ANALYZE: 'analyze',
  STOP: 'job',
  END: 'end',
  QUIT: 'client',
  EXIT: 'client',
  CLEAR: 'client',
  HELP: 'client',
  SOURCE: 'client',
};

const CHANGES_OF_OBJECTS: Record<string, StatementKind> = {
  CREATE: 'create',
  REPLACE: 'replace',
  ALTER: 'alter',
  DROP: 'drop',
};

const OBJECTS: Record<string, StatementObject> = {
  TABLE: 'table',
  VIEW: 'view',
  FUNCTION: 'function',
  MODEL: 'model',
  CONNECTION: 'connection',
  CATALOG: 'catalog',
  DATABASE: 'database',
};

const MODIFIERS = new Set(['OR', 'REPLACE', 'ALTER', 'TEMPORARY', 'SYSTEM']);

/**
 * Tells what a statement does from its tokens, comments allowed.
 *
 * @public
 */
export function statementHead(tokens: Token[]): StatementHead {
  const significant = firstSignificant(tokens, 8);
  const words = significant.map(token =>
    token.kind === 'word' ? token.text.toUpperCase() : '',
  );
  const [first, second] = words;
  if (first === undefined) return { kind: 'unknown' };
  if (significant[0].text === '(') return { kind: 'query' };
  if (first === 'EXECUTE') return { kind: executeKind(words) };
  if (first === 'COMPILE') {
    return { kind: second === 'AND' ? 'execute-plan' : 'compile-plan' };
  }
  if (first === 'BEGIN') {
    const opensSet = second === 'STATEMENT' && words[2] === 'SET';
    return { kind: opensSet ? 'begin' : 'unknown' };
  }
  const change = CHANGES_OF_OBJECTS[first];
  if (change) return objectHead(change, words, tokens);
  return { kind: BY_FIRST_WORD[first] ?? 'unknown' };
}

function firstSignificant(tokens: Token[], count: number): Token[] {
  const found: Token[] = [];
  for (let i = 0; i < tokens.length && found.length < count; i += 1) {
    if (isSignificant(tokens[i])) found.push(tokens[i]);
  }
  return found;
}

function executeKind(words: string[]): StatementKind {
  switch (words[1]) {
    case 'STATEMENT':
      return 'statement-set';
    case 'INSERT':
      return 'insert';
    case 'PLAN':
      return 'execute-plan';
    default:
      return 'query';
  }
}

function objectHead(
  kind: StatementKind,
  words: string[],
  tokens: Token[],
): StatementHead {
  let at = 1;
  while (MODIFIERS.has(words[at])) at += 1;
  const isMaterialized = words[at] === 'MATERIALIZED';
  const object = isMaterialized
    ? 'materialized-table'
    : OBJECTS[words[at]] ?? 'unknown';
  const head: StatementHead = { kind, object };
  if (words.slice(1, at).includes('TEMPORARY')) head.temporary = true;
  const makesTable = kind === 'create' || kind === 'replace';
  if (
    makesTable &&
    object === 'table' &&
    hasQuery(tokens.filter(isSignificant).slice(at))
  ) {
    head.asQuery = true;
  }
  return head;
}

/** Looks for AS before a query, outside of parentheses. */
function hasQuery(tokens: Token[]): boolean {
  let depth = 0;
  return tokens.some((token, i) => {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    const next = tokens[i + 1]?.text.toUpperCase();
    return (
      depth === 0 &&
      token.kind === 'word' &&
      token.text.toUpperCase() === 'AS' &&
      ['SELECT', 'WITH', 'VALUES', 'TABLE', '('].includes(next)
    );
  });
}
