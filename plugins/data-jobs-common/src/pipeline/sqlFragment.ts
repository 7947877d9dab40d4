import { InputError } from '@backstage/errors';
import { lexicalProblems, tokenize } from '@datalark/flink-sql';

/**
 * Checks a piece of SQL that is put into a statement, such as a select list or
 * a condition: it must end what it begins and must not end the statement.
 */
export function sqlFragment(text: string, what: string): string {
  const tokens = tokenize(text);
  const [problem] = lexicalProblems(tokens);
  if (problem) {
    throw new InputError(`${what}: ${problem.message} ${problem.remedy}`);
  }
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (token.kind === 'semicolon' || depth < 0) {
      throw new InputError(
        `${what}: "${token.text}" would end the statement. Remove it, or write the SQL by hand.`,
      );
    }
    if (token.kind === 'line-comment' || token.kind === 'block-comment') {
      throw new InputError(
        `${what}: comments do not fit here. Remove it, or write the SQL by hand.`,
      );
    }
  }
  if (depth > 0) {
    throw new InputError(`${what}: a parenthesis is not closed.`);
  }
  return text.trim();
}
