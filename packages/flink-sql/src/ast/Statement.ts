import type { AlterStatement } from './AlterStatement';
import type { ChangeStatement, Insert } from './ChangeStatement';
import type { CreateStatement } from './CreateStatement';
import type { Query } from './Query';
import type { SessionStatement } from './SessionStatement';
import type { Span } from './Span';

/** A statement of a script. @public */
export type Statement =
  | QueryStatement
  | ChangeStatement
  | CreateStatement
  | AlterStatement
  | SessionStatement
  | StatementSet
  | SetBracket
  | Explain
  | CompilePlan
  | ExecutePlan
  | UnknownStatement;

/** A query on its own, also EXECUTE SELECT. @public */
export type QueryStatement = {
  kind: 'QueryStatement';
  execute: boolean;
  query: Query;
  span: Span;
};

/** EXECUTE STATEMENT SET BEGIN … END, BEGIN STATEMENT SET; … END. @public */
export type StatementSet = {
  kind: 'StatementSet';
  /** EXECUTE in front, or the BEGIN form. */
  execute: boolean;
  /** INSERTs where the script is right. */
  statements: (Insert | Statement)[];
  span: Span;
};

/** BEGIN STATEMENT SET or END whose other half is not there. @public */
export type SetBracket = {
  kind: 'SetBracket';
  end: boolean;
  span: Span;
};

/** EXPLAIN of a query, a change or a statement set; DESCRIBE of a query. @public */
export type Explain = {
  kind: 'Explain';
  /** `ESTIMATED_COST`, `PLAN FOR`, … in upper case. */
  details: string[];
  statement: Statement;
  span: Span;
};

/** COMPILE PLAN 'path' FOR …. @public */
export type CompilePlan = {
  kind: 'CompilePlan';
  path: string;
  ifNotExists: boolean;
  statement: Statement;
  span: Span;
};

/** EXECUTE PLAN 'path', COMPILE AND EXECUTE PLAN 'path' FOR …. @public */
export type ExecutePlan = {
  kind: 'ExecutePlan';
  path: string;
  /** Of COMPILE AND EXECUTE. */
  statement?: Statement;
  span: Span;
};

/** Text that is no statement of Flink SQL. @public */
export type UnknownStatement = { kind: 'UnknownStatement'; span: Span };
