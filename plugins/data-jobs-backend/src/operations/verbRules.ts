import { ConflictError, InputError } from '@backstage/errors';
import {
  DesiredState,
  isLiveState,
  mayBeLive,
  OperationParams,
  Verb,
} from '@datalark/backstage-plugin-data-jobs-common';
import { JobEngine } from '@datalark/backstage-plugin-data-jobs-node';
import { StoredDeployment } from '../database/DeploymentStore';
import { StoredJob } from '../database/JobStore';
import { environmentsOf } from '../definition/effectiveSpec';

/** The parameters that a verb knows. */
export const VERB_PARAMS: Record<Verb, ReadonlyArray<keyof OperationParams>> = {
  deploy: [
    'version',
    'promoteFrom',
    'clean',
    'allowNonRestoredState',
    'acceptRisk',
  ],
  rollback: ['version', 'clean', 'allowNonRestoredState', 'acceptRisk'],
  restore: ['snapshot', 'allowNonRestoredState', 'acceptRisk'],
  stop: ['withSavepoint', 'drain'],
  restart: ['withSavepoint'],
  delete: ['withSavepoint'],
  suspend: [],
  resume: [],
  savepoint: [],
};

/** The parameter without which a verb makes no sense. */
export const VERB_NEEDS: Partial<Record<Verb, keyof OperationParams>> = {
  restore: 'snapshot',
  rollback: 'version',
};

/** What a verb makes of what is desired; absent: nothing. */
export const DESIRED_AFTER: Partial<Record<Verb, DesiredState>> = {
  deploy: 'running',
  resume: 'running',
  restart: 'running',
  restore: 'running',
  rollback: 'running',
  suspend: 'suspended',
  stop: 'stopped',
  delete: 'stopped',
};

/** Refuses parameters that the verb does not know, and missing ones. */
export function checkParams(verb: Verb, params: OperationParams): void {
  const known = VERB_PARAMS[verb];
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) continue;
    if (!known.includes(name as keyof OperationParams)) {
      throw new InputError(
        `params.${name} is unknown to the verb ${verb}, which knows ${
          known.join(', ') || 'no parameters'
        }.`,
      );
    }
  }
  const need = VERB_NEEDS[verb];
  if (need && params[need] === undefined) {
    throw new InputError(`The verb ${verb} needs params.${need}.`);
  }
}

/** Refuses a verb that the engine cannot perform. */
export function checkCapability(verb: Verb, engine: JobEngine): void {
  if (verb === 'delete' || engine.capabilities.verbs.includes(verb)) return;
  throw new InputError(
    `Engine ${engine.name} (${
      engine.type
    }) cannot ${verb}; it can ${engine.capabilities.verbs.join(', ')}.`,
  );
}

/** Refuses a verb that makes no sense now. */
export function checkState(
  verb: Verb,
  job: StoredJob,
  deployment: StoredDeployment,
): void {
  const { observation, desired } = deployment;
  const mayGo = mayBeLive(observation.state);
  const where = `${job.entityRef} in ${deployment.environment}`;
  const refuse = (why: string): never => {
    throw new ConflictError(`${where} cannot ${verb}: ${why}`);
  };
  if (verb === 'delete') {
    if (job.origin === 'git' && !job.missingSince) {
      refuse(
        `it is written in Git; remove it from ${
          job.location ?? 'its catalog file'
        } instead.`,
      );
    }
    return;
  }
  if (job.missingSince && (verb === 'deploy' || verb === 'rollback')) {
    refuse('its entity is gone from the catalog; register it again first.');
  }
  if (verb === 'deploy' || verb === 'rollback') {
    const declared = environmentsOf(job.spec);
    if (!declared.includes(deployment.environment)) {
      refuse(
        `the job does not declare that environment any more, only ${declared.join(
          ', ',
        )}.`,
      );
    }
    return;
  }
  const neverRan =
    deployment.deployedVersion === undefined && !observation.engineJobId;
  if (neverRan) refuse('it was never deployed; deploy it first.');
  if (verb === 'stop' && !mayGo && desired === 'stopped') {
    refuse(`it is stopped already (${observation.state}).`);
  }
  if ((verb === 'suspend' || verb === 'savepoint') && !mayGo) {
    refuse(`it does not run (${observation.state}).`);
  }
  if (verb === 'resume' && isLiveState(observation.state))
    refuse('it runs already.');
}
