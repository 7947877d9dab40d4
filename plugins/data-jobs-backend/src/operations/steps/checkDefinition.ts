import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import { JobEngine } from '@datalark/backstage-plugin-data-jobs-node';
import { effectiveSpec, EffectiveSpec } from '../../definition/effectiveSpec';
import { OperationFailed } from '../operationErrors';
import { OperationRun } from '../OperationRun';

/** A version of a job as it shall run. */
export type Plan = { version: number; spec: EffectiveSpec; owner: string };

/** The plan of a version, read anew each time: it is never kept with secrets. */
export async function planOf(
  run: OperationRun,
  version: number,
): Promise<Plan> {
  const { entityRef, environment } = run.operation;
  const job = await run.job();
  const found = await run.db(stores => stores.jobs.version(entityRef, version));
  if (!found) throw new OperationFailed(`There is no version ${version}.`);
  return {
    version,
    spec: effectiveSpec(found.spec, environment),
    owner: job.owner,
  };
}

/**
 * Asks the engine for its opinion before anything that runs is touched: a
 * wrong definition must not end the job it was to replace.
 */
export async function checkDefinition(
  run: OperationRun,
  plan: Plan,
): Promise<void> {
  const { deps, operation } = run;
  const asker = { entityRef: operation.entityRef, owner: plan.owner };
  await run.step(
    'Check the definition',
    async step => {
      const engine = engineFor(run, plan);
      const { definition, problems } = await deps.definitions.forSubmission(
        plan.spec,
        asker,
      );
      const errors = problems.filter(one => one.severity === 'error');
      if (!errors.length) {
        const opinion = await run.untilAnswered(step, engine, call =>
          engine.validate(definition, call),
        );
        errors.push(...opinion.filter(one => one.severity === 'error'));
      }
      refuse(run, errors);
    },
    async () => {
      const engine = engineFor(run, plan);
      const { problems } = await deps.definitions.forCheck(plan.spec, asker);
      refuse(
        run,
        problems.filter(one => one.severity === 'error'),
      );
      return {
        result: undefined,
        message: `Engine ${engine.name} is asked for its opinion of version ${plan.version}.`,
      };
    },
  );
}

function engineFor(run: OperationRun, plan: Plan): JobEngine {
  const engine = run.deps.engines.get(plan.spec.engine);
  if (engine.capabilities.jobTypes.includes(plan.spec.type)) return engine;
  throw new OperationFailed(
    `Engine ${engine.name} (${engine.type}) does not run jobs of type ${
      plan.spec.type
    }; it runs ${engine.capabilities.jobTypes.join(', ')}.`,
  );
}

function refuse(run: OperationRun, errors: DefinitionProblem[]): void {
  if (!errors.length) return;
  throw new OperationFailed(
    `The definition is wrong: ${errors[0].message}`,
    run.deps.redactor.value(errors),
  );
}
