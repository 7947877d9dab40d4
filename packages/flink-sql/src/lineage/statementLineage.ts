import type {
  DropStatement,
  QueryStatement,
  Statement,
  UseStatement,
} from '../ast';
import { alterTable } from './alterTable';
import { deleteLineage, mergeLineage, updateLineage } from './changeLineage';
import { createModel, createTable, createView, optionsOf } from './definitions';
import { insertLineage, writeRelation } from './insertLineage';
import { queryRelation } from './queryRelation';
import type { Session } from './Session';
import { outermost } from './Session';
import { StatementFindings } from './StatementFindings';

/** Follows one statement: what it reads and writes, and what it does to the session. */
export function statementLineage(
  statement: Statement,
  session: Session,
  findings: StatementFindings,
): void {
  switch (statement.kind) {
    case 'Insert':
      insertLineage(statement, session, findings);
      return;
    case 'Update':
      updateLineage(statement, session, findings);
      return;
    case 'Delete':
      deleteLineage(statement, session, findings);
      return;
    case 'Merge':
      mergeLineage(statement, session, findings);
      return;
    case 'Truncate':
      findings.outputs.add(session.catalog.table(statement.target.parts));
      return;
    case 'CreateTable':
    case 'CreateMaterializedTable':
      createTable(statement, session, findings);
      return;
    case 'CreateView':
      createView(statement, session, findings);
      return;
    case 'CreateModel':
      createModel(statement, session, findings);
      return;
    case 'Alter':
      alterTable(statement, session, findings);
      return;
    case 'QueryStatement':
      queryLineage(statement, session, findings);
      return;
    case 'StatementSet':
      for (const inner of statement.statements) {
        statementLineage(inner, session, findings);
      }
      return;
    case 'Explain':
    case 'CompilePlan':
      // Nothing runs, but what cannot be told is worth saying.
      statementLineage(statement.statement, session, new StatementFindings());
      return;
    case 'ExecutePlan':
      if (statement.statement) {
        statementLineage(statement.statement, session, findings);
      }
      return;
    default:
      changeSession(statement, session);
  }
}

/** A query writes nothing, unless it is another engine's SELECT INTO. */
function queryLineage(
  { query }: QueryStatement,
  session: Session,
  findings: StatementFindings,
): void {
  const relation = queryRelation(query, outermost(session, findings));
  if (query.body.kind !== 'Select' || !query.body.into) return;
  const target = session.catalog.table(query.body.into.parts);
  writeRelation(relation, target, undefined, query, session, findings);
}

function changeSession(statement: Statement, session: Session): void {
  const { catalog } = session;
  switch (statement.kind) {
    case 'Use':
      use(statement, session);
      return;
    case 'CreateCatalog':
      catalog.defineCatalog(
        statement.name.name,
        optionsOf(statement.options, undefined, session) ?? {},
      );
      return;
    case 'Drop':
      drop(statement, session);
      return;
    default:
  }
}

function use({ object, paths }: UseStatement, { catalog }: Session): void {
  const [path] = paths;
  if (!path) return;
  if (object === 'CATALOG') catalog.useCatalog(path.parts[0].name);
  if (object === 'DATABASE') catalog.useDatabase(path.parts);
}

function drop(
  { object, path, temporary }: DropStatement,
  { catalog }: Session,
): void {
  switch (object) {
    case 'TABLE':
    case 'VIEW':
    case 'MATERIALIZED TABLE':
    case 'MODEL':
      catalog.drop(path.parts, temporary);
      return;
    case 'DATABASE':
      catalog.dropDatabase(path.parts);
      return;
    case 'CATALOG':
      catalog.dropCatalog(path.parts[0].name);
      return;
    default:
  }
}
