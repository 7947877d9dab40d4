import { BulkVerb } from '@datalark/backstage-plugin-data-jobs-common';
import { bulkEffect } from './bulkEffect';

type Case = {
  state?: string;
  lastKnown?: string;
  mode?: 'stateless' | 'savepoint' | 'last-state';
  batch?: boolean;
  point?: boolean;
  params?: object;
};

const effect = (verb: BulkVerb, one: Case = {}) =>
  bulkEffect(verb, one.params ?? {}, {
    deployment: {
      observation: {
        state: one.state ?? 'running',
        lastKnown: one.lastKnown && { state: one.lastKnown },
      },
    } as any,
    spec: {
      upgradeMode: one.mode ?? 'savepoint',
      processing: one.batch ? 'batch' : 'streaming',
    },
    hasRestorePoint: one.point ?? true,
  });

describe('bulkEffect', () => {
  it.each<[BulkVerb, Case, string]>([
    ['stop', {}, 'endsWithoutSavepoint'],
    ['stop', { params: { withSavepoint: true } }, 'endsWithSavepoint'],
    ['stop', { state: 'failed' }, 'nothingRuns'],
    [
      'stop',
      { state: 'unknown', lastKnown: 'running' },
      'endsWithoutSavepoint',
    ],
    ['suspend', {}, 'endsWithSavepoint'],
    ['savepoint', {}, 'takesSavepoint'],
    ['resume', { state: 'suspended' }, 'startsFrom'],
    ['restart', {}, 'restartsWithSavepoint'],
    ['restart', { mode: 'last-state' }, 'restartsFrom'],
    ['restart', { mode: 'last-state', point: false }, 'restartsClean'],
    ['restart', { mode: 'stateless' }, 'restartsClean'],
    ['restart', { params: { withSavepoint: false } }, 'restartsFrom'],
    ['restart', { state: 'failed' }, 'startsFrom'],
    ['deploy', {}, 'restartsWithSavepoint'],
    ['deploy', { mode: 'last-state' }, 'restartsFrom'],
    ['deploy', { batch: true }, 'restartsClean'],
    ['deploy', { params: { clean: true } }, 'restartsClean'],
    ['deploy', { state: 'absent', point: false }, 'startsClean'],
    ['deploy', { state: 'suspended' }, 'startsFrom'],
  ])('%s of %j: %s', (verb, one, expected) => {
    expect(effect(verb, one)).toBe(expected);
  });
});
