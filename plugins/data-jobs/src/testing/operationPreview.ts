import {
  JobDetail,
  OperationParams,
  OperationPreview,
  Verb,
} from '@datalark/backstage-plugin-data-jobs-common';

/** What the back end would say of a verb, as far as pages need it. */
export function operationPreview(
  job: JobDetail,
  request: { environment?: string; verb: Verb; params?: OperationParams },
  over: Partial<OperationPreview> = {},
): OperationPreview {
  const { verb, params = {} } = request;
  const environment = request.environment ?? 'default';
  const deployment =
    job.deployments.find(one => one.environment === environment) ??
    job.deployments[0];
  const loses =
    verb === 'delete' ||
    verb === 'restore' ||
    params.clean ||
    (verb === 'stop' && !params.withSavepoint);
  const snapshot = job.restorePoints[environment];
  return {
    entityRef: job.entityRef,
    environment,
    verb,
    params,
    engine: deployment.engine,
    steps: [
      { name: 'Check the definition', message: 'The engine is asked.' },
      { name: 'Look at the job', message: 'It is running.' },
    ],
    before: {
      version: deployment.deployedVersion,
      state: deployment.observation.state,
      observedAt: deployment.observation.observedAt,
    },
    after: { version: params.version ?? deployment.deployedVersion },
    restoreFrom: snapshot
      ? { kind: 'snapshot', snapshot }
      : { kind: 'nothing' },
    loss: loses
      ? { kind: 'all', message: 'The next start is without earlier state.' }
      : { kind: 'none', message: 'State is kept.' },
    lastTook: { medianMs: 4_000, operations: 3 },
    warnings: [],
    ...(loses && {
      confirmation: { word: job.name, because: 'State is lost.' },
    }),
    choiceNeeded: false,
    ...over,
  };
}
