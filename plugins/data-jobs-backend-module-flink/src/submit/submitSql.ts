import {
  EngineCall,
  JobSubmission,
  SubmissionRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import { GatewaySession } from '../gateway/GatewaySession';
import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { HttpAnswerError } from '../http/HttpAnswerError';
import { JobManagerClient } from '../rest/JobManagerClient';
import { JarRules } from '../jar/jarRules';
import { ComposedJob, composeInserts } from '../sql/composeInserts';
import {
  PlaceInScript,
  flinkProblem,
  placeInStatement,
} from '../sql/flinkProblem';
import { arePartsApart } from '../sql/partsApart';
import { planScript } from '../sql/planScript';
import { ScriptPlan, isRefused } from '../sql/scriptPlan';
import { definitionField } from './definitionField';
import {
  definitionSettings,
  settingProblems,
  submissionSettings,
} from './flinkSettings';
import { settleSubmission } from './submissionOutcome';

/**
 * Runs a script as one job: its SET, USE and DDL statements one by one in a
 * session of their own, then its INSERTs as one statement under the job's id.
 */
export async function submitSql(options: {
  submission: JobSubmission;
  gateway: SqlGatewayClient;
  jobManager: JobManagerClient;
  jars: JarRules;
  call: EngineCall;
}): Promise<void> {
  const { submission, gateway, jobManager, jars, call } = options;
  const plan = planScript(definitionField(submission, 'sql'), jars);
  plan.problems.unshift(...settingProblems(submission));
  if (isRefused(plan)) throw refusal(plan.problems);

  const version = await gateway.version(call);
  const session = await gateway.openSession(
    definitionSettings(submission),
    call,
  );
  try {
    await prepare(session, plan, call);
    const job = jobOf(plan);
    const settings = submissionSettings(submission, version);
    await session.execute(job.text, call, settings).catch(error =>
      settleSubmission({
        error,
        jobManager,
        engineJobId: submission.engineJobId,
        call,
        refuse: details => refused(details, job.placeInScript),
      }),
    );
  } finally {
    await session.close();
  }
}

async function prepare(
  session: GatewaySession,
  plan: ScriptPlan,
  call: EngineCall,
): Promise<void> {
  for (const { statement, number } of plan.setup) {
    await session.execute(statement.text, call).catch(error => {
      const isRefusal =
        error instanceof HttpAnswerError && !arePartsApart(error);
      if (!isRefusal) throw error;
      throw refused(error.details, placeInStatement(statement, number));
    });
  }
}

function jobOf(plan: ScriptPlan): ComposedJob {
  const { compiledPlan, inserts } = plan;
  if (!compiledPlan) return composeInserts(inserts);
  const { statement, number } = compiledPlan;
  return {
    text: statement.text,
    placeInScript: placeInStatement(statement, number),
  };
}

function refused(
  details: string,
  place: PlaceInScript,
): SubmissionRefusedError {
  return refusal([flinkProblem(details, place)]);
}

function refusal(problems: DefinitionProblem[]): SubmissionRefusedError {
  const first = problems.find(problem => problem.severity === 'error');
  return new SubmissionRefusedError(
    first?.message ?? 'Flink refused the job.',
    problems,
  );
}
