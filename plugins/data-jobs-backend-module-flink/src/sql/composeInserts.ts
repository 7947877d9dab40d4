import { isSignificant, positionInScript } from '@datalark/flink-sql';
import { PlaceInScript } from './flinkProblem';
import { NumberedStatement } from './scriptPlan';

/** The one statement that starts the job, and the way back to the script. */
export type ComposedJob = { text: string; placeInScript: PlaceInScript };

/**
 * Makes one statement of a script's INSERTs: itself when there is one, a
 * statement set when there are more. Each starts on a line of its own, so that
 * Flink's places can be led back to the script.
 */
export function composeInserts(inserts: NumberedStatement[]): ComposedJob {
  const isSet = inserts.length > 1;
  const bodies = inserts.map(({ statement }) => {
    const tokens = statement.tokens;
    const from = tokens.findIndex(
      token => isSignificant(token) && token.text.toUpperCase() === 'INSERT',
    );
    return {
      text: tokens
        .slice(from)
        .map(token => token.text)
        .join(''),
      line: tokens[from].line,
      column: tokens[from].column,
    };
  });
  const starts: number[] = [];
  const parts = isSet ? ['EXECUTE STATEMENT SET BEGIN\n'] : [];
  let line = isSet ? 2 : 1;
  for (const body of bodies) {
    starts.push(line);
    parts.push(isSet ? `${body.text}\n;\n` : body.text);
    line += body.text.split(/\r\n|\r|\n/).length + 1;
  }
  if (isSet) parts.push('END');
  return {
    text: parts.join(''),
    placeInScript: place => {
      const at = place
        ? Math.max(0, starts.filter(start => start <= place.line).length - 1)
        : 0;
      const inBody = place
        ? { line: place.line - starts[at] + 1, column: place.column }
        : { line: 0, column: 0 };
      return {
        statement: inserts[at].number,
        ...positionInScript(bodies[at], inBody),
      };
    },
  };
}
