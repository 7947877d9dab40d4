import { deployment, observation, snapshot } from '../testing';
import {
  ConsequenceInput,
  losesState,
  stateConsequence,
} from './stateConsequence';

const restorePoint = snapshot();
const suspended = deployment({
  observation: observation({ state: 'suspended' }),
});
const fresh = deployment({
  deployedVersion: undefined,
  observation: observation({ state: 'absent' }),
});

const of = (part: Partial<ConsequenceInput>) => {
  const consequence = stateConsequence({
    verb: 'deploy',
    params: {},
    processing: 'streaming',
    upgradeMode: 'savepoint',
    deployment: deployment(),
    restorePoint,
    ...part,
  });
  return [consequence.kind, losesState(consequence)];
};

describe('stateConsequence', () => {
  it.each<[string, Partial<ConsequenceInput>, string, boolean]>([
    ['deploys for the first time', { deployment: fresh }, 'first', false],
    ['upgrades with a savepoint', {}, 'kept', false],
    [
      'upgrades from the newest checkpoint',
      { upgradeMode: 'last-state' },
      'since',
      true,
    ],
    ['starts clean', { params: { clean: true } }, 'all', true],
    ['deploys what is suspended', { deployment: suspended }, 'keptFrom', false],
    [
      'deploys without a restore point',
      { deployment: suspended, restorePoint: undefined },
      'all',
      true,
    ],
    ['keeps no state', { upgradeMode: 'stateless' }, 'stateless', false],
    ['is a batch job', { processing: 'batch' }, 'batch', false],
    [
      'stops with a savepoint',
      { verb: 'stop', params: { withSavepoint: true } },
      'savepointTaken',
      false,
    ],
    ['stops at once', { verb: 'stop' }, 'since', true],
    [
      'stops at once without any snapshot',
      { verb: 'stop', restorePoint: undefined },
      'all',
      true,
    ],
    [
      'stops what does not run',
      { verb: 'stop', deployment: suspended },
      'notRunning',
      false,
    ],
    ['suspends', { verb: 'suspend' }, 'savepointTaken', false],
    ['resumes', { verb: 'resume', deployment: suspended }, 'keptFrom', false],
    [
      'resumes from nothing',
      { verb: 'resume', deployment: suspended, restorePoint: undefined },
      'noneToResume',
      false,
    ],
    [
      'restarts with a savepoint',
      { verb: 'restart', params: { withSavepoint: true } },
      'kept',
      false,
    ],
    ['restarts at once', { verb: 'restart' }, 'since', true],
    ['takes a savepoint', { verb: 'savepoint' }, 'untouched', false],
    ['has to choose', { verb: 'restore' }, 'choose', false],
    [
      'restores a snapshot',
      {
        verb: 'restore',
        params: { snapshot: 'sp-1' },
        chosen: restorePoint,
      },
      'since',
      true,
    ],
    [
      'restores from a location',
      { verb: 'restore', params: { snapshot: 'file:/x' } },
      'location',
      true,
    ],
    [
      'restores what a resume would use',
      {
        verb: 'restore',
        params: { snapshot: 'sp-1' },
        chosen: restorePoint,
        deployment: suspended,
      },
      'keptFrom',
      false,
    ],
    [
      'suspends a job that upgrades without state',
      { verb: 'suspend', upgradeMode: 'stateless' },
      'savepointTaken',
      false,
    ],
    [
      'resumes a job that upgrades without state',
      { verb: 'resume', upgradeMode: 'stateless', deployment: suspended },
      'keptFrom',
      false,
    ],
  ])('%s', (_, input, kind, loses) => {
    expect(of(input)).toEqual([kind, loses]);
  });
});
