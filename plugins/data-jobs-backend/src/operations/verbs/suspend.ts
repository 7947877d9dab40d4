import { OperationFailed } from '../operationErrors';
import { OperationRun } from '../OperationRun';
import { endRun } from '../steps/endRun';

/** Ends the run with a savepoint, to be resumed from it. */
export async function suspend(run: OperationRun): Promise<void> {
  const ended = await endRun(run, 'savepoint');
  if (!ended.wasLive) {
    throw new OperationFailed(
      'The job does not run any more, so there is nothing to suspend.',
    );
  }
}
