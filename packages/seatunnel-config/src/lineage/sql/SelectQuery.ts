import type { JobEdgeSubtype } from '../JobLineage';
import type { ColumnMention } from './expressionColumns';

/** One thing of a select list. */
export type SelectItem =
  | { star: true; qualifier: string[] }
  | {
      star?: false;
      /** The alias, the column, or the text of the expression. */
      name: string;
      /** Whether somebody wrote the name. */
      named: boolean;
      /** A column and nothing else. */
      plain?: string[];
      columns: ColumnMention[];
    };

/** A table of FROM. */
export type SelectTable = { path: string[]; alias?: string };

/** `SELECT … FROM …` as far as lineage needs it. */
export type SelectQuery = {
  items: SelectItem[];
  tables: SelectTable[];
  /** Columns of WHERE, ON, GROUP BY, HAVING, ORDER BY. */
  deciding: { parts: string[]; subtype: JobEdgeSubtype }[];
  /** `LATERAL VIEW EXPLODE(…) AS name`, in order. */
  exploded: { name: string; columns: ColumnMention[] }[];
};
