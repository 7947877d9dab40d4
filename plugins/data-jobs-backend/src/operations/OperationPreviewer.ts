import {
  mayBeLive,
  OperationParams,
  OperationPreview,
  PreviewedConfirmation,
  Snapshot,
  Verb,
} from '@datalark/backstage-plugin-data-jobs-common';
import { StoredDeployment } from '../database/DeploymentStore';
import { StoredJob } from '../database/JobStore';
import { effectiveSpec } from '../definition/effectiveSpec';
import { confirmationOf, LossFacts, lossOf } from './stateLoss';
import { OperationDeps } from './OperationRun';
import { OperationFailed } from './operationErrors';
import { RehearsedRun } from './RehearsedRun';
import { isNewSavepoint } from './newSavepoint';
import { restorePoint } from './restorePoint';
import { stateChoice } from './steps/compareState';
import { STOP_WITH_SAVEPOINT } from './steps/endRun';
import { DESIRED_AFTER } from './verbRules';
import { TAKE_SAVEPOINT } from './verbs/savepoint';
import { verbs } from './verbs/verbs';

/** Operations that the usual duration is taken from. */
const LAST = 10;
const OLD_MS = 15 * 60_000;

/** A request that was found to make sense. */
export type CheckedRequest = {
  job: StoredJob;
  deployment: StoredDeployment;
  verb: Verb;
  params: OperationParams;
  version?: number;
};

/** Tells what a verb would do, by going through it without doing it. */
export class OperationPreviewer {
  constructor(private readonly deps: OperationDeps) {}

  /** The whole preview; the engine is asked what only it can tell. */
  async preview(request: CheckedRequest): Promise<OperationPreview> {
    const { job, deployment, verb, params } = request;
    const { run, refusal } = await this.#rehearse(request, true);
    const facts = await this.#facts(request, run);
    const { observation } = deployment;
    const compatibility = run.operation.decision?.compatibility;
    const desired = DESIRED_AFTER[verb];
    return {
      entityRef: job.entityRef,
      environment: deployment.environment,
      verb,
      params,
      engine: await this.#engineOf(request),
      steps: run.planned,
      ...(refusal && { refusal }),
      before: {
        version: deployment.deployedVersion,
        state: observation.state,
        observedAt: observation.observedAt,
      },
      after: {
        version: request.version ?? deployment.deployedVersion,
        ...(desired && { desired }),
        ...(verb === 'delete' && { removed: true }),
      },
      restoreFrom: facts.restoreFrom,
      loss: lossOf(facts),
      lastTook: await this.#lastTook(request),
      warnings: this.#warnings(request, facts),
      confirmation: confirmationOf(facts),
      ...(compatibility && { compatibility }),
      choiceNeeded: Boolean(
        compatibility &&
          compatibility.verdict !== 'compatible' &&
          !stateChoice(params),
      ),
    };
  }

  /** The word that this request needs, if any; asks no engine. */
  async confirmation(
    request: CheckedRequest,
  ): Promise<PreviewedConfirmation | undefined> {
    const { run } = await this.#rehearse(request, false);
    return confirmationOf(await this.#facts(request, run));
  }

  async #rehearse(
    { job, deployment, verb, params, version }: CheckedRequest,
    asksEngine: boolean,
  ): Promise<{ run: RehearsedRun; refusal?: OperationPreview['refusal'] }> {
    const run = new RehearsedRun(
      this.deps,
      {
        entityRef: job.entityRef,
        environment: deployment.environment,
        verb,
        params,
        versionBefore: deployment.deployedVersion,
        versionAfter: version,
      },
      asksEngine,
    );
    try {
      await verbs[verb](run);
      return { run };
    } catch (error) {
      const message = this.deps.redactor.message(error);
      const problems =
        error instanceof OperationFailed ? error.problems : undefined;
      return { run, refusal: { message, ...(problems && { problems }) } };
    }
  }

  async #facts(
    { job, deployment, verb, params, version }: CheckedRequest,
    run: RehearsedRun,
  ): Promise<LossFacts> {
    const { stores } = this.deps;
    const point = await restorePoint(deployment, stores);
    const at = version ?? deployment.deployedVersion;
    const written = at
      ? await stores.jobs.version(job.entityRef, at)
      : undefined;
    const spec = effectiveSpec(
      written?.spec ?? job.spec,
      deployment.environment,
    );
    const takesSavepoint = run.planned.some(
      ({ name }) =>
        name.startsWith(STOP_WITH_SAVEPOINT) || name === TAKE_SAVEPOINT,
    );
    const starts = DESIRED_AFTER[verb] === 'running';
    const from = starts
      ? (run.progress.restoreFrom as Snapshot | null | undefined) ?? undefined
      : point;
    return {
      verb,
      params,
      jobName: job.name,
      keepsState:
        spec.processing !== 'batch' && spec.upgradeMode !== 'stateless',
      mayGo: mayBeLive(deployment.observation.state),
      everDeployed: deployment.deployedVersion !== undefined,
      restorePoint: point,
      restoreFrom: restoreFromOf(from, takesSavepoint && !starts),
    };
  }

  async #engineOf({ job, deployment, version }: CheckedRequest) {
    const written = version
      ? await this.deps.stores.jobs.version(job.entityRef, version)
      : undefined;
    return written
      ? effectiveSpec(written.spec, deployment.environment).engine
      : deployment.engine;
  }

  async #lastTook({
    deployment,
    verb,
  }: CheckedRequest): Promise<OperationPreview['lastTook']> {
    const times = await this.deps.stores.operations.lastDurations(
      deployment,
      verb,
      LAST,
    );
    if (!times.length) return undefined;
    const sorted = [...times].sort((a, b) => a - b);
    return {
      medianMs: sorted[Math.floor((sorted.length - 1) / 2)],
      operations: sorted.length,
    };
  }

  #warnings(
    { job, deployment, verb, params, version }: CheckedRequest,
    facts: LossFacts,
  ): string[] {
    const { observation } = deployment;
    const warnings: string[] = [];
    if (observation.state === 'unknown') {
      warnings.push(
        `The engine ${deployment.engine} does not answer since ${observation.since}: the operation waits for it, and what runs there is not known.`,
      );
    } else if (observation.health.state === 'degraded') {
      warnings.push(
        ...observation.health.reasons.map(reason => reason.message),
      );
    }
    const before = deployment.deployedVersion;
    const goesBack = verb === 'deploy' && version && before && version < before;
    if (goesBack) {
      warnings.push(
        `Version ${version} is older than version ${before}, which ran last.`,
      );
    }
    if (job.missingSince) {
      warnings.push(
        `The entity ${job.entityRef} is gone from the catalog since ${job.missingSince}.`,
      );
    }
    const { restoreFrom } = facts;
    if (
      restoreFrom.kind === 'snapshot' &&
      facts.mayGo &&
      facts.keepsState &&
      Date.now() - Date.parse(restoreFrom.snapshot.createdAt) > OLD_MS
    ) {
      warnings.push(
        `The newest snapshot is from ${restoreFrom.snapshot.createdAt}: more than a quarter of an hour is done again from there.`,
      );
    }
    if (params.allowNonRestoredState) {
      warnings.push(
        'State that finds no operator any more is dropped without another question.',
      );
    }
    return warnings;
  }
}

function restoreFromOf(
  snapshot: Snapshot | undefined,
  isTaken: boolean,
): OperationPreview['restoreFrom'] {
  if (isTaken || isNewSavepoint(snapshot)) return { kind: 'new-savepoint' };
  return snapshot ? { kind: 'snapshot', snapshot } : { kind: 'nothing' };
}
