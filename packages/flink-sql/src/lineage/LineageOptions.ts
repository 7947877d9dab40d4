import type { KnownTable } from './KnownTable';

/** @public */
export type LineageOptions = {
  /** Tables that exist before the script runs. */
  tables?: KnownTable[];
  /** A script of definitions that ran before; its views are read through. */
  definitions?: string;
  /** Current catalog at the start; `default_catalog` when undefined. */
  catalog?: string;
  /** Current database at the start; `default_database` when undefined. */
  database?: string;
};
