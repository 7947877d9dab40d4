import { InputError } from '@backstage/errors';
import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';

/** An `InputError` that says every error, and carries all problems as `problems`. */
export function refuseProblems(problems: DefinitionProblem[]): void {
  const errors = problems.filter(one => one.severity === 'error');
  if (!errors.length) return;
  const sentences = errors.map(one =>
    [one.field, [one.message, one.remedy].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(': '),
  );
  throw Object.assign(
    new InputError(`The job is wrong. ${sentences.join(' | ')}`),
    { problems },
  );
}
