import type { LineMap, Problem, Span } from '../ast';
import { lineMap } from '../ast';
import { parseScript } from '../parse/parseScript';
import type { CatalogTable } from './CatalogTable';
import type { ColumnEdge } from './ColumnEdge';
import type { LineageOptions } from './LineageOptions';
import { Problems } from './Problems';
import type {
  LineageProblem,
  ScriptLineage,
  StatementLineage,
} from './ScriptLineage';
import type { Session } from './Session';
import type { FoundEdge } from './StatementFindings';
import { StatementFindings } from './StatementFindings';
import { statementLineage } from './statementLineage';
import { TableCatalog, toKnownTable } from './TableCatalog';
import type { TablePath } from './TablePath';
import type { TextSpan } from './TextSpan';

/**
 * Says what a script reads and writes, column by column, as Flink would run it with
 * its own definitions and those of `options`. Never throws: what is not understood or
 * cannot be told becomes a problem, and no edge.
 *
 * - Views and common tables are read through to the tables below them; CREATE VIEW
 *   itself has edges from those to the view.
 * - Columns are written by position, or into the listed columns. A target of unknown
 *   columns takes the names of the query.
 * - A computed or metadata column is a column of its table.
 *
 * @public
 */
export function lineageOf(
  script: string,
  options: LineageOptions = {},
): ScriptLineage {
  const catalog = new TableCatalog(options);
  if (options.definitions) {
    run(options.definitions, catalog, () => {});
    catalog.restart(options);
  }
  const positions = lineMap(script);
  const statements: StatementLineage[] = [];
  const problems: LineageProblem[] = [];
  const tables = new Map<string, CatalogTable>();
  run(script, catalog, ({ index, kind, span, findings, found }) => {
    for (const { severity, message, span: place } of found) {
      problems.push({
        severity,
        message,
        statement: index,
        span: toTextSpan(place, positions),
      });
    }
    const { inputs, outputs } = findings;
    const lookups = findings.reads.onlyLookedUp();
    if (inputs.size === 0 && outputs.size === 0) return;
    for (const table of [...inputs, ...outputs]) tables.set(table.name, table);
    statements.push({
      index,
      kind,
      span: toTextSpan(span, positions),
      inputs: pathsOf(inputs),
      ...(lookups.size > 0 && { lookups: pathsOf(lookups) }),
      outputs: pathsOf(outputs),
      edges: findings.edges().map(edge => toColumnEdge(edge, positions)),
      wholeCopies: findings.wholeCopies.map(copy => ({
        source: copy.source.path,
        target: copy.target.path,
        span: toTextSpan(copy.span, positions),
      })),
    });
  });
  return {
    statements,
    tables: [...tables.values()].map(toKnownTable),
    problems,
  };
}

const WARNING = 'warning' as const;

type Followed = {
  index: number;
  kind: string;
  span: Span;
  findings: StatementFindings;
  found: Problem[];
};

function run(
  script: string,
  catalog: TableCatalog,
  each: (followed: Followed) => void,
): void {
  const problems = new Problems();
  const textOf = ({ start, end }: Span) => script.slice(start, end);
  const session: Session = { catalog, problems, textOf, isWhole: true };
  parseScript(script).statements.forEach((statement, i) => {
    const { kind, span, node } = statement;
    const findings = new StatementFindings();
    const isWhole = statement.problems.length === 0;
    session.isWhole = isWhole;
    try {
      statementLineage(node, session, findings);
    } catch (error) {
      // The stack may end; the good statements around are kept.
      problems.error(`This statement cannot be followed: ${error}`, span);
    }
    // In a statement that could not be read whole, the rest may only follow from it.
    const own = problems
      .take()
      .map(problem => (isWhole ? problem : { ...problem, severity: WARNING }));
    const found = [...statement.problems, ...own];
    found.sort((a, b) => a.span.start - b.span.start);
    each({ index: i + 1, kind, span, findings, found });
  });
}

function toColumnEdge(edge: FoundEdge, positions: LineMap): ColumnEdge {
  const { source, column, target, targetColumn, subtype, strength } = edge;
  return {
    source: { table: source.path, column },
    target:
      targetColumn === undefined
        ? { table: target.path }
        : { table: target.path, column: targetColumn },
    type: strength === undefined ? 'INDIRECT' : 'DIRECT',
    subtype,
    ...(edge.masking ? { masking: true } : {}),
    span: toTextSpan(edge.span, positions),
  };
}

function toTextSpan({ start, end }: Span, positions: LineMap): TextSpan {
  const from = positions.positionAt(start);
  const to = positions.positionAt(end);
  return {
    start,
    end,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}

/** Sorted by name, each once. */
function pathsOf(tables: Set<CatalogTable>): TablePath[] {
  const byName = new Map([...tables].map(table => [table.name, table.path]));
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, path]) => path);
}
