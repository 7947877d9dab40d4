import { PlannedOperator } from './executionPlan';

/** A table that a script declares. */
export type DeclaredTable = {
  connector?: string;
  /** Its WITH clause without white space, for comparison only. */
  options: string;
  /** Types by column. */
  columns: Record<string, string>;
};

/** What Flink would run, as far as state is concerned. */
export type FlinkPlan = {
  operators: PlannedOperator[];
  chaining: boolean;
  /** By name, in lower case. */
  tables: Record<string, DeclaredTable>;
};
