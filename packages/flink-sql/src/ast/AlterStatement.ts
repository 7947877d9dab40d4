import type { Identifier, Path } from './Identifier';
import type { PartitionValue } from './ChangeStatement';
import type { Query } from './Query';
import type { Span } from './Span';
import type { TableOption } from './TableOption';
import type { Distribution, TableSchema } from './TableSchema';

/** ALTER of anything: what, and one action. @public */
export type AlterStatement = {
  kind: 'Alter';
  object:
    | 'TABLE'
    | 'MATERIALIZED TABLE'
    | 'VIEW'
    | 'DATABASE'
    | 'CATALOG'
    | 'FUNCTION'
    | 'MODEL'
    | 'CONNECTION';
  temporary: boolean;
  system: boolean;
  ifExists: boolean;
  path: Path;
  action: AlterAction;
  span: Span;
};

/** What ALTER does; told apart by `kind`. @public */
export type AlterAction =
  | { kind: 'Rename'; to: Path; span: Span }
  | { kind: 'RenameColumn'; from: Identifier[]; to: Identifier; span: Span }
  | { kind: 'SetOptions'; options: TableOption[]; span: Span }
  | { kind: 'ResetOptions'; keys: string[]; span: Span }
  | { kind: 'SetComment'; comment: string; span: Span }
  | { kind: 'SetQuery'; query: Query; span: Span }
  | { kind: 'SetFunction'; className: string; language?: string; span: Span }
  /** ADD or MODIFY of columns, constraints and watermarks. */
  | { kind: 'AddSchema'; schema: TableSchema; span: Span }
  | { kind: 'ModifySchema'; schema: TableSchema; span: Span }
  | { kind: 'AddDistribution'; distribution: Distribution; span: Span }
  | { kind: 'ModifyDistribution'; distribution: Distribution; span: Span }
  | { kind: 'DropDistribution'; span: Span }
  | { kind: 'DropColumns'; columns: Identifier[][]; span: Span }
  | { kind: 'DropConstraint'; name?: Identifier; span: Span }
  | { kind: 'DropWatermark'; span: Span }
  | {
      kind: 'AddPartitions';
      ifNotExists: boolean;
      partitions: { values: PartitionValue[]; options?: TableOption[] }[];
      span: Span;
    }
  | {
      kind: 'DropPartitions';
      ifExists: boolean;
      partitions: PartitionValue[][];
      span: Span;
    }
  /** SUSPEND, RESUME, REFRESH, and what else only has words. */
  | {
      kind: 'Operate';
      /** Upper case: `SUSPEND`, `RESUME`, `REFRESH`, `SET FRESHNESS`, `SET REFRESH_MODE`. */
      operation: string;
      options?: TableOption[];
      partition?: PartitionValue[];
      span: Span;
    }
  /** Not understood. */
  | { kind: 'UnknownAction'; span: Span };
