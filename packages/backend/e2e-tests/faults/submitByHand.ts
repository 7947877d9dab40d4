import { until } from '@datalark/local-engines';

/** Runs a script by the SQL Gateway, as somebody would by hand; the id of its job. */
export async function submitByHand(
  gateway: string,
  name: string,
  script: string,
): Promise<string> {
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${gateway}/v1${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
    return answer.json() as Promise<any>;
  };
  const { sessionHandle } = await ask('POST', '/sessions', {});
  let jobId = '';
  for (const statement of script.split(';').filter(text => text.trim())) {
    const { operationHandle } = await ask(
      'POST',
      `/sessions/${sessionHandle}/statements`,
      { statement, executionConfig: { 'pipeline.name': name } },
    );
    const result = await until(
      'the statement',
      () =>
        ask(
          'GET',
          `/sessions/${sessionHandle}/operations/${operationHandle}/result/0`,
        ),
      ({ resultType, errors }) => resultType !== 'NOT_READY' || errors,
    );
    if (result.errors) throw new Error(result.errors.join('\n'));
    jobId = result.jobID ?? result.results.data[0]?.fields[0] ?? jobId;
  }
  return jobId;
}
