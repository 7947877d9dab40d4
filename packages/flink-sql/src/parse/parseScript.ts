import type { ParsedScript, ParsedStatement } from '../ast';
import { splitStatements } from '../splitStatements';

/**
 * Reads a script into statements. Never throws: what is not understood becomes
 * an Unknown… node and a problem.
 *
 * @public
 */
export function parseScript(script: string): ParsedScript {
  const statements = splitStatements(script).map(
    ({ kind, start, end }): ParsedStatement => ({
      kind,
      span: { start, end },
      node: { kind: 'UnknownStatement', span: { start, end } },
      problems: [],
    }),
  );
  return { statements, problems: [] };
}
