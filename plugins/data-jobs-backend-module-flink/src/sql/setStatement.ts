import { SqlStatement, isSignificant } from '@datalark/flink-sql';

/**
 * The key of a SET or RESET statement, in both of its spellings:
 * `SET 'a.b' = 'c'` and `SET a.b = c`. Undefined without a key.
 */
export function settingKey(statement: SqlStatement): string | undefined {
  const [, ...rest] = statement.tokens.filter(isSignificant);
  if (rest[0]?.kind === 'string') {
    return rest[0].text.slice(1, -1).replace(/''/g, "'");
  }
  const end = rest.findIndex(token => token.text === '=');
  const key = (end < 0 ? rest : rest.slice(0, end))
    .map(token => token.text)
    .join('');
  return key || undefined;
}
