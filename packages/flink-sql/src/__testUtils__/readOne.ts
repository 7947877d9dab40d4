import type { Problem, Statement } from '../ast';
import { lineMap } from '../ast';
import { parseScript } from '../parse/parseScript';

/** The tree of the only statement of a script, without spans. */
export function treeOf(script: string): Statement {
  const { statements } = parseScript(script);
  expect(statements).toHaveLength(1);
  expect(statements[0].problems).toEqual([]);
  return withoutSpans(statements[0].node);
}

/** `line:column message` of each problem. */
export function problemsOf(script: string): string[] {
  return shownProblems(script, parseScript(script).problems);
}

/** @see problemsOf */
export function shownProblems(script: string, problems: Problem[]): string[] {
  const { positionAt } = lineMap(script);
  return problems.map(({ span, message }) => {
    const { line, column } = positionAt(span.start);
    return `${line}:${column} ${message}`;
  });
}

function withoutSpans<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, part) =>
      key === 'span' || key.endsWith('Span') ? undefined : part,
    ),
  );
}
