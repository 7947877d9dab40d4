import { CustomErrorBase } from '@backstage/errors';
import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';

/**
 * The engine did not answer, or not understandably: the outcome is not known.
 * Ask before sending again.
 *
 * @public
 */
export class EngineUnavailableError extends CustomErrorBase {
  name = 'EngineUnavailableError' as const;
}

/**
 * The engine refused a definition; nothing runs. Carries what, where and what
 * to do. The engine job id is used up: a new attempt needs a new one.
 *
 * @public
 */
export class SubmissionRefusedError extends CustomErrorBase {
  name = 'SubmissionRefusedError' as const;

  constructor(message: string, readonly problems: DefinitionProblem[]) {
    super(message);
  }
}

/** The engine cannot do what was asked of it, now or ever. @public */
export class VerbRefusedError extends CustomErrorBase {
  name = 'VerbRefusedError' as const;
}
