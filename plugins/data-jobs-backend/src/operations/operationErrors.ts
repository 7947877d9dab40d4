import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';

/** The operation ended badly: told to people as it stands. */
export class OperationFailed extends Error {
  constructor(message: string, readonly problems?: DefinitionProblem[]) {
    super(message);
  }
}

/**
 * This replica stops working on the operation (shutdown, lost lease, database
 * out of reach); the record stays as it is and another one goes on from it.
 */
export class OperationInterrupted extends Error {}
