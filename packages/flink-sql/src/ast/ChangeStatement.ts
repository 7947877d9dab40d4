import type { Expression } from './Expression';
import type { Hint } from './Hint';
import type { Identifier, Path } from './Identifier';
import type { CommonTable, Query } from './Query';
import type { Span } from './Span';
import type { TableAlias, TableReference } from './TableReference';

/** Statements that change rows. @public */
export type ChangeStatement = Insert | Update | Delete | Merge | Truncate;

/** `column = literal`, or the column alone (dynamic). @public */
export type PartitionValue = {
  kind: 'PartitionValue';
  column: Identifier;
  value?: Expression;
  span: Span;
};

/** INSERT INTO, INSERT OVERWRITE, also behind EXECUTE. @public */
export type Insert = {
  kind: 'Insert';
  overwrite: boolean;
  /** UPSERT INTO, which Flink's planner does not know. */
  upsert: boolean;
  execute: boolean;
  target: Path;
  hints: Hint[];
  /** PARTITION (…), undefined without it. */
  partition?: PartitionValue[];
  /** The columns in parentheses; each of more than one part for a nested field. */
  columns?: Identifier[][];
  source: Query;
  /** ON CONFLICT …: its words. */
  onConflict?: Span;
  span: Span;
};

/** `column = value`. @public */
export type Assignment = {
  kind: 'Assignment';
  column: Identifier[];
  value: Expression;
  span: Span;
};

/** `UPDATE t SET a = 1 WHERE …`. @public */
export type Update = {
  kind: 'Update';
  target: Path;
  hints: Hint[];
  alias?: Identifier;
  assignments: Assignment[];
  /** WITH and FROM of other engines. */
  with?: CommonTable[];
  from?: TableReference;
  where?: Expression;
  span: Span;
};

/** `DELETE FROM t WHERE …`. @public */
export type Delete = {
  kind: 'Delete';
  target: Path;
  hints: Hint[];
  alias?: Identifier;
  where?: Expression;
  span: Span;
};

/** MERGE INTO … USING … ON … WHEN …, which Flink's planner does not run. @public */
export type Merge = {
  kind: 'Merge';
  target: Path;
  alias?: TableAlias;
  source: TableReference;
  on: Expression;
  actions: MergeAction[];
  span: Span;
};

/** Flink's parser knows neither conditions nor DELETE; they are read all the same. @public */
export type MergeAction =
  | {
      kind: 'MergeUpdate';
      condition?: Expression;
      assignments: Assignment[];
      span: Span;
    }
  | {
      kind: 'MergeInsert';
      condition?: Expression;
      columns?: Identifier[][];
      values: Expression[];
      span: Span;
    }
  | { kind: 'MergeDelete'; condition?: Expression; span: Span };

/** `TRUNCATE TABLE t`. @public */
export type Truncate = { kind: 'Truncate'; target: Path; span: Span };
