import {
  mayBeLive,
  OperationParams,
  Snapshot,
  StateCompatibility,
} from '@datalark/backstage-plugin-data-jobs-common';
import { compareAsText } from '@datalark/backstage-plugin-data-jobs-node';
import { OperationFailed } from '../operationErrors';
import { OperationRun } from '../OperationRun';
import { RehearsedRun } from '../RehearsedRun';
import { restorePoint } from '../restorePoint';
import { Plan, planOf } from './checkDefinition';

const CHOSEN = {
  restore: 'Chosen: the state is taken over all the same.',
  drop: 'Chosen: state that has no operator any more is dropped.',
  clean: 'Chosen: it starts without state.',
};

/** An engine that takes longer leaves the question open. */
const OPINION_MS = 25_000;

/**
 * Compares the definition that left the state with the one that shall take it
 * over, before anything that runs is touched. What does not fit needs a choice:
 * the operation ends here without one, and remembers the verdict and the choice.
 */
export async function compareState(
  run: OperationRun,
  plan: Plan,
  from?: Snapshot,
): Promise<void> {
  const version = await run.remember('stateOfVersion', () =>
    versionOfState(run, from),
  );
  if (version === undefined || version === plan.version) return;
  await run.step(
    `Compare with version ${version}`,
    async step => {
      const found = await compare(run, plan, version);
      const choice = stateChoice(run.operation.params);
      run.operation.decision = {
        ...run.operation.decision,
        compatibility: found,
        ...(choice && { choice }),
      };
      await step.note(
        choice ? `${sentence(found)} ${CHOSEN[choice]}` : sentence(found),
      );
      refuseWithoutChoice(run, found);
    },
    async () => {
      if (!(run instanceof RehearsedRun) || !run.asksEngine) {
        return { result: undefined };
      }
      const found = await compare(run, plan, version);
      run.operation.decision = { compatibility: found };
      return { result: undefined, message: sentence(found) };
    },
  );
}

/** What was chosen in view of a verdict. */
export function stateChoice(
  params: OperationParams,
): 'restore' | 'drop' | 'clean' | undefined {
  if (params.clean) return 'clean';
  if (params.allowNonRestoredState) return 'drop';
  return params.acceptRisk ? 'restore' : undefined;
}

async function versionOfState(
  run: OperationRun,
  from: Snapshot | undefined,
): Promise<number | undefined> {
  if (from) return from.version;
  const deployment = await run.deployment();
  if (!deployment.runId) return undefined;
  if (mayBeLive(deployment.observation.state)) {
    return deployment.deployedVersion;
  }
  const point = await run.db(stores => restorePoint(deployment, stores));
  return point && (point.version ?? deployment.deployedVersion);
}

async function compare(
  run: OperationRun,
  plan: Plan,
  version: number,
): Promise<StateCompatibility> {
  const { deps, operation } = run;
  const versions = { fromVersion: version, toVersion: plan.version };
  const asker = { entityRef: operation.entityRef, owner: plan.owner };
  const engine = deps.engines.get(plan.spec.engine);
  try {
    const former = await planOf(run, version);
    const before = await deps.definitions.forCheck(former.spec, asker);
    const after = await deps.definitions.forCheck(plan.spec, asker);
    const signal = AbortSignal.any([
      run.signal,
      AbortSignal.timeout(OPINION_MS),
    ]);
    const found =
      engine.compareDefinitions && former.spec.type === plan.spec.type
        ? await engine.compareDefinitions(before.definition, after.definition, {
            signal,
          })
        : compareAsText(before.definition, after.definition);
    return { ...deps.redactor.value(found), ...versions };
  } catch (error) {
    run.throwIfInterrupted();
    return {
      verdict: 'risky',
      basis: 'definition',
      reasons: [
        {
          verdict: 'risky',
          message: `Version ${version} and version ${
            plan.version
          } could not be compared: ${deps.redactor.message(error)}`,
        },
      ],
      ...versions,
    };
  }
}

function sentence({ verdict, reasons }: StateCompatibility): string {
  const worst = reasons.filter(reason => reason.verdict === verdict);
  const why = worst.map(({ message }) => message).join(' ');
  if (verdict === 'compatible') {
    return why || 'The state fits: nothing that keeps state has changed.';
  }
  return verdict === 'risky'
    ? `Risky for the state: ${why}`
    : `The state does not fit: ${why}`;
}

// Git and the API say what they want by asking: only what must go wrong is refused them.
function refuseWithoutChoice(
  run: OperationRun,
  found: StateCompatibility,
): void {
  const { params, surface, verb } = run.operation;
  if (found.verdict === 'compatible' || stateChoice(params)) return;
  const hasAsker = surface === 'page' || surface === 'action';
  if (found.verdict === 'risky' && !hasAsker) return;
  throw new OperationFailed(
    `${sentence(found)} The job was left as it is. Ask again with ${
      verb === 'restore' ? '' : 'clean (start without state), '
    }allowNonRestoredState (drop state that has no operator any more) or acceptRisk (take it over all the same).`,
  );
}
