import { OperationRun } from '../OperationRun';
import { endRun } from '../steps/endRun';

/** Ends the run for good; `drain` implies a savepoint. */
export async function stop(run: OperationRun): Promise<void> {
  const { withSavepoint, drain } = run.operation.params;
  await endRun(run, withSavepoint || drain ? 'savepoint' : 'cancel', { drain });
}
