import type { Identifier, Path } from './Identifier';
import type { Query } from './Query';
import type { Span } from './Span';
import type { TableOption } from './TableOption';
import type { Distribution, LikeClause, TableSchema } from './TableSchema';

/** CREATE of anything; told apart by `kind`. @public */
export type CreateStatement =
  | CreateTable
  | CreateMaterializedTable
  | CreateView
  | CreateCatalog
  | CreateDatabase
  | CreateFunction
  | CreateModel
  | CreateConnection;

/** CREATE TABLE, with AS (CTAS), LIKE; REPLACE TABLE … AS (RTAS). @public */
export type CreateTable = {
  kind: 'CreateTable';
  /** CREATE OR REPLACE TABLE, REPLACE TABLE. */
  replace: boolean;
  temporary: boolean;
  ifNotExists: boolean;
  path: Path;
  schema?: TableSchema;
  comment?: string;
  distribution?: Distribution;
  partitionedBy?: Identifier[];
  /** Undefined without WITH. */
  options?: TableOption[];
  like?: LikeClause;
  /** AS. */
  query?: Query;
  span: Span;
};

/** `CREATE [OR ALTER] MATERIALIZED TABLE m … AS query`. @public */
export type CreateMaterializedTable = {
  kind: 'CreateMaterializedTable';
  /** CREATE OR ALTER. */
  orAlter: boolean;
  path: Path;
  schema?: TableSchema;
  comment?: string;
  distribution?: Distribution;
  partitionedBy?: Identifier[];
  options?: TableOption[];
  /** The interval after FRESHNESS =. */
  freshness?: Span;
  refreshMode?: string;
  startMode?: Span;
  query?: Query;
  span: Span;
};

/** `CREATE VIEW v (a, b) AS query`. @public */
export type CreateView = {
  kind: 'CreateView';
  replace: boolean;
  temporary: boolean;
  ifNotExists: boolean;
  path: Path;
  columns?: Identifier[];
  comment?: string;
  query: Query;
  span: Span;
};

/** `CREATE CATALOG c WITH ('type' = …)`. @public */
export type CreateCatalog = {
  kind: 'CreateCatalog';
  ifNotExists: boolean;
  name: Identifier;
  comment?: string;
  options?: TableOption[];
  span: Span;
};

/** `CREATE DATABASE c.d`. @public */
export type CreateDatabase = {
  kind: 'CreateDatabase';
  ifNotExists: boolean;
  path: Path;
  comment?: string;
  options?: TableOption[];
  span: Span;
};

/** `CREATE FUNCTION f AS 'class' LANGUAGE JAVA`. @public */
export type CreateFunction = {
  kind: 'CreateFunction';
  temporary: boolean;
  system: boolean;
  ifNotExists: boolean;
  path: Path;
  /** The string after AS: a class, or a Python object. */
  className?: string;
  language?: string;
  /** USING JAR 'path', …. */
  resources: { type: string; path: string; span: Span }[];
  options?: TableOption[];
  span: Span;
};

/** `CREATE MODEL m INPUT (…) OUTPUT (…) WITH (…)`. @public */
export type CreateModel = {
  kind: 'CreateModel';
  temporary: boolean;
  ifNotExists: boolean;
  path: Path;
  input?: TableSchema;
  output?: TableSchema;
  comment?: string;
  options?: TableOption[];
  query?: Query;
  span: Span;
};

/** `CREATE CONNECTION c WITH (…)`. @public */
export type CreateConnection = {
  kind: 'CreateConnection';
  temporary: boolean;
  system: boolean;
  ifNotExists: boolean;
  path: Path;
  comment?: string;
  options?: TableOption[];
  span: Span;
};
