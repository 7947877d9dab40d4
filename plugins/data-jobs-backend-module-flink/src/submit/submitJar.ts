import {
  EngineCall,
  EngineUnavailableError,
  JobSubmission,
  SubmissionRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import { HttpAnswerError } from '../http/HttpAnswerError';
import { JarRules } from '../jar/jarRules';
import { localJar } from '../jar/localJar';
import { uploadJar } from '../jar/uploadJar';
import { JobManagerClient } from '../rest/JobManagerClient';
import { flinkRemedy } from '../sql/flinkRemedy';
import { rootSentence } from '../sql/flinkCauses';
import { definitionField } from './definitionField';
import { definitionSettings, settingProblems } from './flinkSettings';
import { settleSubmission } from './submissionOutcome';

/** Uploads the jar of a definition where needed, and runs it under the job's id. */
export async function submitJar(options: {
  submission: JobSubmission;
  jobManager: JobManagerClient;
  jars: JarRules;
  call: EngineCall;
}): Promise<void> {
  const { submission, jobManager, jars, call } = options;
  const [wrong] = settingProblems(submission);
  if (wrong) throw new SubmissionRefusedError(wrong.message, [wrong]);
  const jarId = await sendJar(submission, jobManager, jars, call);
  const { restore, engineJobId } = submission;
  const mainClass = definitionField(submission, 'mainClass');
  const args = definitionField(submission, 'args');
  try {
    await jobManager.send({
      method: 'POST',
      path: `/jars/${encodeURIComponent(jarId)}/run`,
      json: {
        jobId: engineJobId,
        ...(mainClass ? { entryClass: mainClass } : {}),
        programArgsList: Array.isArray(args) ? args.map(String) : [],
        ...(submission.parallelism
          ? { parallelism: submission.parallelism }
          : {}),
        ...(restore
          ? {
              savepointPath: restore.location,
              allowNonRestoredState: restore.allowNonRestoredState ?? false,
            }
          : {}),
        flinkConfiguration: {
          ...definitionSettings(submission),
          'pipeline.name': submission.jobName,
        },
      },
      signal: call.signal,
      // The main method runs while Flink answers.
      timeoutMs: 120_000,
    });
  } catch (error) {
    await settleSubmission({
      error,
      jobManager,
      engineJobId,
      call,
      refuse: details => refusal(jarProblem(details)),
    });
  }
}

async function sendJar(
  submission: JobSubmission,
  jobManager: JobManagerClient,
  jars: JarRules,
  call: EngineCall,
): Promise<string> {
  const jar = await localJar(submission, jars, call);
  try {
    return await uploadJar(jar, jobManager, call);
  } catch (error) {
    if (!(error instanceof HttpAnswerError)) throw error;
    if (error.status === 404) {
      throw refusal({
        severity: 'error',
        message: 'This Flink cluster takes no jars.',
        remedy: 'Set web.submit.enable: true in the configuration of Flink.',
        field: 'definition.jar',
      });
    }
    if (error.status === 400) throw refusal(jarProblem(error.details));
    throw new EngineUnavailableError(
      `The JobManager did not take the jar: ${rootSentence(error.details)}`,
    );
  } finally {
    await jar.dispose();
  }
}

function jarProblem(details: string): DefinitionProblem {
  const message = rootSentence(details) ?? 'Flink refused the jar.';
  const remedy = flinkRemedy(message);
  const isClass = message.startsWith('ClassNotFoundException');
  return {
    severity: 'error',
    message,
    ...(remedy ? { remedy } : {}),
    field: isClass ? 'definition.mainClass' : 'definition.jar',
  };
}

function refusal(problem: DefinitionProblem): SubmissionRefusedError {
  return new SubmissionRefusedError(problem.message, [problem]);
}
