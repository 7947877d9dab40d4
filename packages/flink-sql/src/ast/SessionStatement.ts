import type { PartitionValue } from './ChangeStatement';
import type { Argument } from './FunctionCall';
import type { Identifier, Path } from './Identifier';
import type { Span } from './Span';
import type { TableOption } from './TableOption';

/** Statements about the session, the catalog and running jobs. @public */
export type SessionStatement =
  | SetStatement
  | ResetStatement
  | UseStatement
  | ModuleStatement
  | JarStatement
  | ShowStatement
  | DescribeStatement
  | DropStatement
  | CallStatement
  | AnalyzeStatement
  | JobStatement
  | ClientStatement;

/** `SET 'key' = 'value'`, `SET`; also the client's old form without quotes. @public */
export type SetStatement = {
  kind: 'Set';
  key?: string;
  value?: string;
  span: Span;
};

/** `RESET 'key'`, `RESET`. @public */
export type ResetStatement = { kind: 'Reset'; key?: string; span: Span };

/** USE CATALOG, USE (database), USE MODULES. @public */
export type UseStatement = {
  kind: 'Use';
  object: 'CATALOG' | 'DATABASE' | 'MODULES';
  /** One path, several for MODULES. */
  paths: Path[];
  span: Span;
};

/** `LOAD MODULE m`, `UNLOAD MODULE m`. @public */
export type ModuleStatement = {
  kind: 'Module';
  action: 'LOAD' | 'UNLOAD';
  name: Identifier;
  options?: TableOption[];
  span: Span;
};

/** ADD JAR, REMOVE JAR. @public */
export type JarStatement = {
  kind: 'Jar';
  action: 'ADD' | 'REMOVE';
  path: string;
  span: Span;
};

/** SHOW of anything. @public */
export type ShowStatement = {
  kind: 'Show';
  /** Upper case: `TABLES`, `CURRENT CATALOG`, `CREATE TABLE`, `FULL MODULES`, … */
  what: string;
  /** After FROM or IN, or the object of SHOW CREATE and SHOW PARTITIONS. */
  path?: Path;
  negated: boolean;
  operator?: 'LIKE' | 'ILIKE';
  pattern?: string;
  partition?: PartitionValue[];
  span: Span;
};

/** DESCRIBE, DESC. @public */
export type DescribeStatement = {
  kind: 'Describe';
  object:
    | 'TABLE'
    | 'CATALOG'
    | 'DATABASE'
    | 'FUNCTION'
    | 'MODEL'
    | 'CONNECTION'
    | 'JOB';
  extended: boolean;
  /** Undefined for a job. */
  path?: Path;
  job?: string;
  span: Span;
};

/** DROP of anything. @public */
export type DropStatement = {
  kind: 'Drop';
  /** As in {@link AlterStatement}. */
  object: string;
  temporary: boolean;
  system: boolean;
  ifExists: boolean;
  path: Path;
  behaviour?: 'CASCADE' | 'RESTRICT';
  span: Span;
};

/** `CALL c.d.procedure(1)`. @public */
export type CallStatement = {
  kind: 'Call';
  procedure: Path;
  args: Argument[];
  span: Span;
};

/** `ANALYZE TABLE t COMPUTE STATISTICS`. @public */
export type AnalyzeStatement = {
  kind: 'Analyze';
  table: Path;
  partition?: PartitionValue[];
  /** Undefined without FOR; `ALL` for FOR ALL COLUMNS. */
  columns?: Identifier[] | 'ALL';
  span: Span;
};

/** STOP JOB. @public */
export type JobStatement = {
  kind: 'StopJob';
  job: string;
  savepoint: boolean;
  drain: boolean;
  span: Span;
};

/** QUIT, EXIT, CLEAR, HELP, SOURCE: the SQL client's own. @public */
export type ClientStatement = {
  kind: 'Client';
  command: string;
  span: Span;
};
