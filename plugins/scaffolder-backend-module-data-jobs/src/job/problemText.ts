import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';

/** A problem as one line: where, what, what to do. */
export function problemText(problem: DefinitionProblem): string {
  const { field, statement, line, column, message, remedy } = problem;
  const place = [
    field,
    statement !== undefined ? `statement ${statement}` : undefined,
    line !== undefined
      ? `line ${line}${column !== undefined ? `, column ${column}` : ''}`
      : undefined,
  ]
    .filter(Boolean)
    .join(', ');
  return [place ? `${place}:` : undefined, message, remedy]
    .filter(Boolean)
    .join(' ');
}
