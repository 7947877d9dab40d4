import type { Span } from '../ast';
import type { Context } from './Context';
import { Problems } from './Problems';
import { Scope } from './Scope';
import type { StatementFindings } from './StatementFindings';
import type { TableCatalog } from './TableCatalog';

/** What statements work on, one after the other. */
export type Session = {
  catalog: TableCatalog;
  problems: Problems;
  /** Whether all of the statement was understood: a definition may lack parts. */
  isWhole: boolean;
  /** The script's text. */
  textOf: (span: Span) => string;
};

/** The context of a query that stands alone in its statement. */
export function outermost(
  { catalog, problems }: Session,
  findings: StatementFindings,
): Context {
  const scope = new Scope(undefined, catalog.isLenient);
  return { catalog, problems, reads: findings.reads, scope };
}
