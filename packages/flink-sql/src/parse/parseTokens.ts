import type { ParsedStatement } from '../ast';
import { splitTokens } from '../splitTokens';
import type { Token } from '../Token';
import { parseStatement } from './parseStatement';

/** Reads the statements of a script that was cut into tokens. */
export function parseTokens(
  script: string,
  tokens: Token[],
): ParsedStatement[] {
  return splitTokens(script, tokens, false).map(parseStatement);
}
