import {
  lexicalProblems,
  splitStatements,
  tokenize,
} from '@datalark/flink-sql';
import { Translate } from '../../api/useText';

const RUNS = ['insert', 'statement-set', 'execute-plan', 'change'];

/**
 * What is wrong with a script as far as the browser can tell; only the engine
 * knows whether it is right.
 */
export function scriptProblems(script: string, t: Translate): string[] {
  if (script.trim() === '') return [t('sql.empty')];
  const letters = lexicalProblems(tokenize(script)).map(problem =>
    t('sql.problem', {
      line: String(problem.line),
      column: String(problem.column),
      message: problem.message,
      remedy: problem.remedy,
    }),
  );
  if (letters.length > 0) return letters;
  const statements = splitStatements(script);
  if (statements.some(statement => !statement.closed)) {
    return [t('sql.unclosed')];
  }
  const runs = statements.some(
    ({ kind, asQuery }) => RUNS.includes(kind) || asQuery,
  );
  return runs ? [] : [t('sql.noJob')];
}
