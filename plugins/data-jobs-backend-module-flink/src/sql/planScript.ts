import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import {
  SqlStatement,
  lexicalProblems,
  splitStatements,
  tokenize,
} from '@datalark/flink-sql';
import { JarRules, jarReferences } from '../jar/jarRules';
import { reservedSetting } from './reservedSettings';
import { ScriptPlan } from './scriptPlan';
import { settingKey } from './setStatement';
import { REFUSED_KINDS } from './refusedKinds';

/** More than this is no script that a person wrote. */
const MAX_CHARACTERS = 1_000_000;
const MAX_STATEMENTS = 1_000;

/**
 * Takes a script apart, and says what cannot be a job, without asking Flink.
 *
 * A script is one job: all its INSERTs, in and outside of statement sets, run
 * as one statement set after everything else in it was carried out.
 */
export function planScript(sql: unknown, jars: JarRules): ScriptPlan {
  const plan: ScriptPlan = { setup: [], inserts: [], problems: [] };
  const say = (
    problem: Omit<DefinitionProblem, 'severity' | 'field'>,
    severity: DefinitionProblem['severity'] = 'error',
  ) => plan.problems.push({ severity, field: 'definition.sql', ...problem });

  if (typeof sql !== 'string' || sql.trim() === '') {
    say({
      message: 'There is no SQL to run.',
      remedy: 'Write the script into definition.sql.',
    });
    return plan;
  }
  if (sql.length > MAX_CHARACTERS) {
    say({
      message: `The script has ${sql.length} characters; ${MAX_CHARACTERS} are the limit.`,
      remedy: 'Split it into several jobs.',
    });
    return plan;
  }
  for (const problem of lexicalProblems(tokenize(sql))) say(problem);
  if (plan.problems.length) return plan;

  const statements = splitStatements(sql);
  if (statements.length > MAX_STATEMENTS) {
    say({
      message: `The script has ${statements.length} statements; ${MAX_STATEMENTS} are the limit.`,
      remedy: 'Split it into several jobs.',
    });
    return plan;
  }
  statements.forEach((statement, i) => {
    const number = i + 1;
    const at = (part: SqlStatement = statement) => ({
      statement: number,
      line: part.line,
      column: part.column,
    });
    placeStatement(statement, number, plan, jars, (problem, severity, part) =>
      say({ ...problem, ...at(part) }, severity),
    );
  });
  if (!plan.inserts.length && !plan.compiledPlan && !isWrong(plan)) {
    say({
      message: 'The script starts no job: there is no INSERT in it.',
      remedy: 'Write INSERT INTO a sink table … SELECT ….',
    });
  }
  const [first] = plan.inserts;
  if (plan.compiledPlan && first) {
    const { number, statement } = plan.compiledPlan;
    say({
      message: 'The script starts two jobs: a compiled plan, and INSERTs.',
      remedy: 'Keep one of them; a DataJob is one job.',
      statement: number,
      line: statement.line,
      column: statement.column,
    });
  }
  return plan;
}

function isWrong(plan: ScriptPlan): boolean {
  return plan.problems.some(problem => problem.severity === 'error');
}

type Say = (
  problem: { message: string; remedy?: string },
  severity?: DefinitionProblem['severity'],
  part?: SqlStatement,
) => void;

/** Puts one statement into its place in the plan, or says why it has none. */
function placeStatement(
  statement: SqlStatement,
  number: number,
  plan: ScriptPlan,
  jars: JarRules,
  say: Say,
): void {
  const refusal = REFUSED_KINDS[statement.kind];
  if (refusal) {
    say(refusal, refusal.severity);
    return;
  }
  if (statement.asQuery || statement.object === 'materialized-table') {
    say({
      message:
        'This statement starts a job of its own, besides the INSERTs of the script.',
      remedy: 'Write CREATE TABLE with its columns, then INSERT INTO it.',
    });
    return;
  }
  switch (statement.kind) {
    case 'insert':
      plan.inserts.push({ statement, number });
      break;
    case 'statement-set':
      placeSet(statement, number, plan, say);
      break;
    case 'execute-plan':
      if (plan.compiledPlan) {
        say({
          message: 'The script runs more than one compiled plan.',
          remedy: 'Keep one of them; a DataJob is one job.',
        });
      }
      plan.compiledPlan = { statement, number };
      break;
    default:
      checkSetup(statement, plan, jars, say);
      plan.setup.push({ statement, number });
  }
}

function placeSet(
  set: SqlStatement,
  number: number,
  plan: ScriptPlan,
  say: Say,
): void {
  if (!set.closed) {
    say({
      message: 'This statement set has no END.',
      remedy: 'End each INSERT of it with a semicolon, and the set with END;',
    });
  } else if (!set.inner.length) {
    say({
      message: 'This statement set is empty.',
      remedy: 'Put the INSERTs between BEGIN and END.',
    });
  }
  for (const statement of set.inner) {
    if (statement.kind === 'insert') plan.inserts.push({ statement, number });
    else {
      say(
        {
          message: 'A statement set holds INSERTs only.',
          remedy: 'Put this statement before the set.',
        },
        'error',
        statement,
      );
    }
  }
}

function checkSetup(
  statement: SqlStatement,
  plan: ScriptPlan,
  jars: JarRules,
  say: Say,
): void {
  const { kind } = statement;
  if (kind === 'set' || kind === 'reset') {
    const key = settingKey(statement);
    const remedy = key ? reservedSetting(key) : undefined;
    if (remedy) say({ message: `A job cannot set ${key}.`, remedy });
  }
  for (const jar of jarReferences(statement)) {
    const refusal = jars.refusal(jar);
    if (refusal) say(refusal);
  }
  const changesNames = ['use', 'drop', 'alter', 'module'].includes(kind);
  if (plan.inserts.length && changesNames) {
    say({
      message:
        'This statement stands after an INSERT, but is carried out before it: ' +
        'all INSERTs of a script run together, as one job, at its end.',
      remedy: 'Put it before the first INSERT, or split the script.',
    });
  }
}
