import {
  Deployment,
  EngineStatus,
  JobOrigin,
  Verb,
  isLiveState,
} from '@datalark/backstage-plugin-data-jobs-common';

/** Why a verb cannot be asked for; keys of the texts under `why`. */
export type VerbObstacle =
  | 'busy'
  | 'engineMissing'
  | 'engineUnreachable'
  | 'notSupported'
  | 'notRunning'
  | 'running'
  | 'neverDeployed'
  | 'nothingToStop'
  | 'stateUnknown'
  | 'oneVersion'
  | 'fromGit';

/** What the answer depends on. */
export type VerbSubject = {
  origin: JobOrigin;
  latestVersion: number;
  deployment: Deployment;
};

/**
 * Says why a verb makes no sense now, or nothing when it does. `engines`
 * undefined: not known (yet, or not allowed to see); the server decides.
 */
export function verbObstacle(
  verb: Verb,
  subject: VerbSubject,
  engines: EngineStatus[] | undefined,
): VerbObstacle | undefined {
  const { deployment } = subject;
  if (deployment.activeOperation) return 'busy';
  if (verb === 'delete') {
    return subject.origin === 'git' ? 'fromGit' : undefined;
  }
  return (
    engineObstacle(verb, deployment, engines) ?? stateObstacle(verb, subject)
  );
}

function engineObstacle(
  verb: Verb,
  deployment: Deployment,
  engines: EngineStatus[] | undefined,
): VerbObstacle | undefined {
  if (!engines) return undefined;
  const engine = engines.find(one => one.name === deployment.engine);
  if (!engine) return 'engineMissing';
  if (engine.reachable === 'no') return 'engineUnreachable';
  // A roll back is a deploy, as far as the engine is concerned.
  const needed = verb === 'rollback' ? 'deploy' : verb;
  if (!engine.capabilities.verbs.includes(needed)) return 'notSupported';
  if (verb === 'savepoint' && !engine.capabilities.liveSavepoints) {
    return 'notSupported';
  }
  return undefined;
}

function stateObstacle(
  verb: Verb,
  { deployment, latestVersion }: VerbSubject,
): VerbObstacle | undefined {
  const { state } = deployment.observation;
  const runs = isLiveState(state);
  const deployed = deployment.deployedVersion !== undefined;
  switch (verb) {
    case 'deploy':
      return undefined;
    case 'stop':
      if (!deployed) return 'neverDeployed';
      return !runs && state !== 'unknown' && deployment.desired === 'stopped'
        ? 'nothingToStop'
        : undefined;
    case 'suspend':
    case 'savepoint':
      if (!deployed) return 'neverDeployed';
      if (state === 'unknown') return 'stateUnknown';
      return runs ? undefined : 'notRunning';
    case 'resume':
      if (!deployed) return 'neverDeployed';
      if (state === 'unknown') return 'stateUnknown';
      return runs ? 'running' : undefined;
    case 'restart':
      if (!deployed) return 'neverDeployed';
      if (state === 'unknown') return 'stateUnknown';
      return runs || state === 'failed' ? undefined : 'notRunning';
    case 'restore':
      return deployed ? undefined : 'neverDeployed';
    case 'rollback':
      if (!deployed) return 'neverDeployed';
      return latestVersion > 1 ? undefined : 'oneVersion';
    default:
      return undefined;
  }
}
