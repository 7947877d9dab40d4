import { Attempt } from './attempts';
import { Role } from './roles';

/** A row with one cell per role. */
export type MatrixRow = { attempt: Attempt; cells: string[] };

/** The page of the matrix, as it is in docs/reference. */
export function matrixDocument(
  roles: Role[],
  routes: MatrixRow[],
  actions: MatrixRow[],
): string {
  const rowsOf = (rows: MatrixRow[]) =>
    table([
      ['', ...roles.map(({ title }) => title), 'audit event'],
      ...rows.map(({ attempt, cells }) => [
        `\`${attempt.what}\`${attempt.detail ? ` ${attempt.detail}` : ''}`,
        ...cells,
        (attempt.audit ?? []).map(id => `\`${id}\``).join(', '),
      ]),
    ]);
  return `# Permission matrix of lineage

Who gets what from every route of the REST interface and every action of data-lineage. \`permissionMatrix.test.ts\` walks
all of it: it fails when a route or an action is not here, when an answer is another one, when somebody who is refused has
changed something, and when a change that is allowed leaves another audit event than the one in the last column.
\`UPDATE_GOLDEN=1\` writes the page anew.

The roles are policies of this test; yours decides for you. What each permission is for is in the README of
[data-lineage-backend](../../plugins/data-lineage-backend/README.md#permissions).

${table([
  ['role', 'is granted'],
  ...roles.map(({ title, grants }) => [title, grants]),
])}

\`yes\`: done, or shown. \`401\`, \`403\`: refused, and nothing happened. \`404\`: what may not be seen is answered as if it were
not there. \`hidden\`: the answer does not have the dataset that was asked for. A preview shows anybody what his own
definition says; \`hidden\`: it adds nothing that the graph knows. An action asks for a user first, so nobody stands for a
caller that nothing is granted.

## Routes

${rowsOf(routes)}

## Actions

${rowsOf(actions)}
`;
}

function table([head, ...rows]: string[][]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map(row => row[column].length)),
  );
  const line = (cells: string[], fill = ' ') =>
    `| ${cells
      .map((cell, column) => cell.padEnd(widths[column], fill))
      .join(' | ')} |`;
  const rule = line(
    head.map(() => ''),
    '-',
  );
  return [line(head), rule, ...rows.map(row => line(row))].join('\n');
}
