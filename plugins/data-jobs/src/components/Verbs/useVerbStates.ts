import {
  JobSummary,
  Verb,
  VERBS,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { useEngines } from '../../hooks/useEngines';
import { useVerbPermissions } from '../../hooks/useVerbPermissions';
import { verbObstacle } from '../../logic/verbAvailability';

/** A verb, and why it cannot be asked for now, if so. */
export type VerbState = { verb: Verb; why?: string };

/**
 * All verbs of a job with what stands in their way. `allowed`: whether the
 * user may do anything at all; undefined while that is being checked.
 */
export function useVerbStates(job: JobSummary): {
  states: VerbState[];
  allowed: boolean | undefined;
} {
  const t = useText();
  const engines = useEngines();
  const permissions = useVerbPermissions(job.entityRef, job.type);
  const why = (verb: Verb) => {
    if (!permissions) return t('why.permissionUnknown');
    if (!permissions[verb]) return t('why.notAllowed');
    const obstacle = verbObstacle(verb, job, engines.data);
    const active = job.deployment.activeOperation;
    switch (obstacle) {
      case undefined:
        return undefined;
      case 'busy':
        return t('why.busy', { doing: t(`verb.${active!.verb}.doing`) });
      case 'engineMissing':
      case 'engineUnreachable':
      case 'notSupported':
        return t(`why.${obstacle}`, { engine: job.deployment.engine });
      default:
        return t(`why.${obstacle}`);
    }
  };
  return {
    states: VERBS.map(verb => ({ verb, why: why(verb) })),
    allowed: permissions && VERBS.some(verb => permissions[verb]),
  };
}
