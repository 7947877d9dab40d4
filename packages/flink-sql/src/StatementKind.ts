/**
 * What a statement does, as far as its first words tell.
 *
 * - `insert`: INSERT INTO/OVERWRITE, UPSERT, EXECUTE INSERT
 * - `statement-set`: EXECUTE STATEMENT SET BEGIN … END, BEGIN STATEMENT SET; … END
 * - `change`: UPDATE, DELETE, MERGE, TRUNCATE
 * - `query`: SELECT, WITH, VALUES, TABLE, EXECUTE SELECT
 * - `compile-plan`: COMPILE PLAN; `execute-plan`: EXECUTE PLAN, COMPILE AND EXECUTE PLAN
 * - `create`, `alter`, `drop`, `replace`: see {@link StatementHead} for the object
 *
 * @public
 */
export type StatementKind =
  | 'insert'
  | 'statement-set'
  | 'change'
  | 'query'
  | 'compile-plan'
  | 'execute-plan'
  | 'create'
  | 'replace'
  | 'alter'
  | 'drop'
  | 'set'
  | 'reset'
  | 'use'
  | 'module'
  | 'show'
  | 'describe'
  | 'explain'
  | 'jar'
  | 'call'
  | 'analyze'
  | 'job'
  | 'begin'
  | 'end'
  | 'client'
  | 'unknown';

/** What CREATE, ALTER, DROP and REPLACE work on. @public */
export type StatementObject =
  | 'table'
  | 'materialized-table'
  | 'view'
  | 'function'
  | 'model'
  | 'connection'
  | 'catalog'
  | 'database'
  | 'unknown';

/** What the first words of a statement say. @public */
export type StatementHead = {
  kind: StatementKind;
  /** For create, replace, alter and drop. */
  object?: StatementObject;
  /** CREATE or DROP TEMPORARY: lives in the session only. */
  temporary?: boolean;
  /** CREATE or REPLACE TABLE … AS: writes data, so runs a job. */
  asQuery?: boolean;
};
