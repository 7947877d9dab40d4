import { OperationFailed } from '../operationErrors';
import { OperationRun } from '../OperationRun';
import { incarnation } from '../steps/lookAtJob';
import { takeSavepoint } from '../steps/takeSavepoint';

/** The step that takes it. */
export const TAKE_SAVEPOINT = 'Take a savepoint';

/** Takes a savepoint; the job goes on. */
export async function savepoint(run: OperationRun): Promise<void> {
  await run.step(
    TAKE_SAVEPOINT,
    async step => {
      const present = incarnation(run, await run.deployment());
      if (!present) throw new OperationFailed('Nothing was submitted.');
      const taken = await takeSavepoint(run, step, {
        ...present,
        environment: run.operation.environment,
        stop: false,
      });
      await step.note(`Savepoint: ${taken.location}`);
    },
    async () => {
      const present = incarnation(run, await run.deployment());
      if (!present) throw new OperationFailed('Nothing was submitted.');
      return { result: undefined, message: 'The job goes on meanwhile.' };
    },
  );
}
