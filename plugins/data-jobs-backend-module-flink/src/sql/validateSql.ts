import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import {
  EngineCall,
  EngineUnavailableError,
  ResolvedDefinition,
} from '@datalark/backstage-plugin-data-jobs-node';
import { GatewaySession } from '../gateway/GatewaySession';
import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { HttpAnswerError } from '../http/HttpAnswerError';
import { JarRules } from '../jar/jarRules';
import { definitionField } from '../submit/definitionField';
import { definitionSettings, settingProblems } from '../submit/flinkSettings';
import { composeInserts } from './composeInserts';
import { flinkProblem, placeInStatement } from './flinkProblem';
import { arePartsApart } from './partsApart';
import { planScript } from './planScript';
import { SessionCatalogs, rehearse } from './sessionCatalogs';
import { ScriptPlan, isRefused } from './scriptPlan';

/** How long Flink may take for a whole script. */
const TIME_LIMIT_MS = 30_000;

/**
 * Checks a script: first its text, then by Flink in a session that is thrown
 * away. No INSERT runs, they are EXPLAINed; nothing outside of the session is
 * changed. Without an answer from Flink there is a warning, never an error.
 */
export async function validateSql(options: {
  definition: ResolvedDefinition;
  gateway: SqlGatewayClient;
  jars: JarRules;
  call: EngineCall;
  timeLimitMs?: number;
}): Promise<DefinitionProblem[]> {
  const { definition, gateway, jars, timeLimitMs = TIME_LIMIT_MS } = options;
  const plan = planScript(definitionField(definition, 'sql'), jars);
  plan.problems.unshift(...settingProblems(definition));
  if (isRefused(plan)) return plan.problems;

  const timeout = AbortSignal.timeout(timeLimitMs);
  const call = { signal: AbortSignal.any([options.call.signal, timeout]) };
  try {
    const session = await gateway.openSession(
      definitionSettings(definition),
      call,
    );
    try {
      return [...plan.problems, ...(await askFlink(session, plan, call))];
    } finally {
      await session.close();
    }
  } catch (error) {
    options.call.signal.throwIfAborted();
    return [...plan.problems, notChecked(error, timeout.aborted, timeLimitMs)];
  }
}

async function askFlink(
  session: GatewaySession,
  plan: ScriptPlan,
  call: EngineCall,
): Promise<DefinitionProblem[]> {
  const problems: DefinitionProblem[] = [];
  const catalogs = await SessionCatalogs.of(session, call);
  for (const { statement, number } of plan.setup) {
    const rehearsal = rehearse(statement, catalogs);
    if ('skip' in rehearsal) {
      problems.push({
        severity: 'warning',
        field: 'definition.sql',
        message: rehearsal.skip,
        statement: number,
        line: statement.line,
        column: statement.column,
      });
    } else {
      const details = await refusalOf(session, rehearsal.text, call);
      const { origin, linesBefore } = rehearsal;
      if (details === undefined) catalogs.note(statement);
      else {
        problems.push(
          flinkProblem(details, placeInStatement(origin, number, linesBefore)),
        );
      }
    }
  }
  // What an INSERT would say after a failed CREATE only repeats the trouble.
  if (problems.some(problem => problem.severity === 'error')) return problems;
  for (const numbered of plan.inserts) {
    const { text, placeInScript } = composeInserts([numbered]);
    const found = await refusalOf(session, `EXPLAIN\n${text}`, call);
    if (found !== undefined) {
      problems.push(
        flinkProblem(found, place =>
          placeInScript(place && { ...place, line: place.line - 1 }),
        ),
      );
    }
  }
  if (plan.compiledPlan) {
    const { statement, number } = plan.compiledPlan;
    problems.push({
      severity: 'warning',
      field: 'definition.sql',
      message: 'A compiled plan is checked only when it is run.',
      statement: number,
      line: statement.line,
      column: statement.column,
    });
  }
  return problems;
}

async function refusalOf(
  session: GatewaySession,
  text: string,
  call: EngineCall,
): Promise<string | undefined> {
  try {
    await session.execute(text, call);
    return undefined;
  } catch (error) {
    const isRefusal = error instanceof HttpAnswerError && !arePartsApart(error);
    if (isRefusal) return error.details;
    throw error;
  }
}

function notChecked(
  error: unknown,
  timedOut: boolean,
  timeLimitMs: number,
): DefinitionProblem {
  let why = 'it did not answer as expected';
  if (timedOut) why = `it took longer than ${timeLimitMs / 1000} s`;
  else if (error instanceof EngineUnavailableError) why = error.message;
  return {
    severity: 'warning',
    field: 'definition.sql',
    message: `The script could not be checked by Flink: ${why}`,
    remedy: 'The text itself was checked. Check again when Flink answers.',
  };
}
