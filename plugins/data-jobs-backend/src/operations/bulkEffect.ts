import {
  BulkEffect,
  BulkVerb,
  isLiveState,
  OperationParams,
} from '@datalark/backstage-plugin-data-jobs-common';
import { StoredDeployment } from '../database/DeploymentStore';
import { EffectiveSpec } from '../definition/effectiveSpec';

/** What the effect of a verb depends on. */
export type EffectSubject = {
  deployment: StoredDeployment;
  /** The version that would run; absent for verbs that start nothing. */
  spec?: Pick<EffectiveSpec, 'upgradeMode' | 'processing'>;
  hasRestorePoint: boolean;
};

/** What a verb would do to a deployment as it stands now; says what `verbs/` does. */
export function bulkEffect(
  verb: BulkVerb,
  params: OperationParams,
  { deployment, spec, hasRestorePoint }: EffectSubject,
): BulkEffect {
  const runs = isLive(deployment);
  const start = hasRestorePoint ? 'startsFrom' : 'startsClean';
  const clean = runs ? 'restartsClean' : 'startsClean';
  const keepsNone =
    spec?.upgradeMode === 'stateless' || spec?.processing === 'batch';
  switch (verb) {
    case 'stop':
      if (!runs) return 'nothingRuns';
      return params.withSavepoint || params.drain
        ? 'endsWithSavepoint'
        : 'endsWithoutSavepoint';
    case 'suspend':
      return 'endsWithSavepoint';
    case 'savepoint':
      return 'takesSavepoint';
    case 'resume':
      return start;
    case 'restart': {
      if (params.withSavepoint === undefined && keepsNone) return clean;
      if (!runs) return start;
      if (params.withSavepoint ?? spec?.upgradeMode === 'savepoint') {
        return 'restartsWithSavepoint';
      }
      return hasRestorePoint ? 'restartsFrom' : 'restartsClean';
    }
    default: {
      if (params.clean || keepsNone) return clean;
      if (!runs) return start;
      return spec?.upgradeMode === 'last-state'
        ? 'restartsFrom'
        : 'restartsWithSavepoint';
    }
  }
}

// Out of sight it is still there, as far as anybody knows.
function isLive({ observation }: StoredDeployment): boolean {
  const state =
    observation.state === 'unknown'
      ? observation.lastKnown?.state
      : observation.state;
  return state !== undefined && isLiveState(state);
}
