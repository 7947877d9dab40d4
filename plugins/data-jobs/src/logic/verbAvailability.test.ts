import { Verb, VERBS } from '@datalark/backstage-plugin-data-jobs-common';
import { deployment, engine, observation, operation } from '../testing';
import { verbObstacle, VerbObstacle, VerbSubject } from './verbAvailability';

const subject = (part: Partial<VerbSubject> = {}): VerbSubject => ({
  origin: 'portal',
  latestVersion: 2,
  deployment: deployment(),
  ...part,
});

const obstacles = (of: VerbSubject, engines = [engine()]) =>
  Object.fromEntries(
    VERBS.map(verb => [verb, verbObstacle(verb, of, engines)]),
  ) as Record<Verb, VerbObstacle | undefined>;

const only = (found: Partial<Record<Verb, VerbObstacle>>) =>
  Object.fromEntries(VERBS.map(verb => [verb, found[verb]]));

describe('verbObstacle', () => {
  it('lets a running job do everything but resume', () => {
    expect(obstacles(subject())).toEqual(only({ resume: 'running' }));
  });

  it('lets a suspended job resume', () => {
    const suspended = deployment({
      desired: 'suspended',
      observation: observation({ state: 'suspended' }),
    });
    expect(obstacles(subject({ deployment: suspended }))).toEqual(
      only({
        suspend: 'notRunning',
        restart: 'notRunning',
        savepoint: 'notRunning',
      }),
    );
  });

  it('lets a stopped job be deployed, not stopped', () => {
    const stopped = deployment({
      desired: 'stopped',
      observation: observation({ state: 'canceled' }),
    });
    const found = obstacles(subject({ deployment: stopped }));
    expect(found.stop).toBe('nothingToStop');
    expect(found.deploy).toBeUndefined();
  });

  it('lets a failed job restart', () => {
    const failed = deployment({
      observation: observation({ state: 'failed' }),
    });
    expect(obstacles(subject({ deployment: failed })).restart).toBeUndefined();
  });

  it('does nothing on a guess while the state is unknown', () => {
    const unknown = deployment({
      observation: observation({ state: 'unknown' }),
    });
    expect(obstacles(subject({ deployment: unknown }))).toEqual(
      only({
        suspend: 'stateUnknown',
        resume: 'stateUnknown',
        restart: 'stateUnknown',
        savepoint: 'stateUnknown',
      }),
    );
  });

  it('only deploys or deletes what was never deployed', () => {
    const fresh = deployment({
      deployedVersion: undefined,
      observation: observation({ state: 'absent' }),
    });
    expect(obstacles(subject({ deployment: fresh }))).toEqual(
      only({
        stop: 'neverDeployed',
        suspend: 'neverDeployed',
        resume: 'neverDeployed',
        restart: 'neverDeployed',
        savepoint: 'neverDeployed',
        restore: 'neverDeployed',
        rollback: 'neverDeployed',
      }),
    );
  });

  it('waits for an operation under way', () => {
    const busy = deployment({ activeOperation: operation() });
    expect(Object.values(obstacles(subject({ deployment: busy })))).toEqual(
      VERBS.map(() => 'busy'),
    );
  });

  it('asks nothing of an engine that is missing, out of reach or not able', () => {
    expect(obstacles(subject(), []).deploy).toBe('engineMissing');
    expect(obstacles(subject(), [engine({ reachable: 'no' })]).stop).toBe(
      'engineUnreachable',
    );
    const capabilities = {
      ...engine().capabilities,
      verbs: ['deploy', 'stop', 'savepoint'] as Verb[],
      liveSavepoints: false,
    };
    const found = obstacles(subject(), [engine({ capabilities })]);
    expect(found.suspend).toBe('notSupported');
    expect(found.savepoint).toBe('notSupported');
    expect(found.rollback).toBeUndefined();
  });

  it('leaves the decision to the server when the engines are not known', () => {
    expect(verbObstacle('deploy', subject(), undefined)).toBeUndefined();
  });

  it('knows what Git owns and that one version is the only one', () => {
    expect(obstacles(subject({ origin: 'git' })).delete).toBe('fromGit');
    expect(obstacles(subject({ latestVersion: 1 })).rollback).toBe(
      'oneVersion',
    );
  });
});
