import type { Problem } from '../ast';
import { lexicalProblems } from '../lexicalProblems';
import { tokenize } from '../tokenize';
import { spanOf } from './Cursor';
import { parseTokens } from './parseTokens';

/**
 * Lists what Flink's parser would refuse, and letters that it does not know,
 * sorted by place. Of a statement whose letters are wrong nothing else is said
 * from there on. An empty list does not say that the statement runs: names and
 * types are not looked up.
 *
 * @public
 */
export function checkScript(script: string): Problem[] {
  const tokens = tokenize(script);
  const lexical = tokens.flatMap((token): Problem[] =>
    lexicalProblems([token]).map(({ message, remedy }) => ({
      severity: 'error',
      message: `${message} ${remedy}`,
      span: spanOf(token),
    })),
  );
  const syntax = parseTokens(script, tokens).flatMap(statement =>
    statement.problems.filter(
      problem =>
        !lexical.some(
          ({ span }) =>
            span.start >= statement.span.start &&
            span.start <= problem.span.start,
        ),
    ),
  );
  return [...lexical, ...syntax].sort((a, b) => a.span.start - b.span.start);
}
