import { Verb } from '@datalark/backstage-plugin-data-jobs-common';
import { engine } from '../testing';
import {
  canSavepoint,
  initialVerbForm,
  VerbForm,
  VerbFormContext,
  verbParams,
} from './verbForm';

const context: VerbFormContext = {
  runs: true,
  processing: 'streaming',
  upgradeMode: 'savepoint',
  capabilities: engine().capabilities,
};
const params = (verb: Verb, part: Partial<VerbForm> = {}, of = context) =>
  verbParams(verb, { ...initialVerbForm(of), ...part }, of);

describe('verbForm', () => {
  it('opens with the choice that keeps most', () => {
    expect(params('stop')).toEqual({ withSavepoint: true });
    expect(params('deploy')).toEqual({});
    expect(
      params('stop', {}, { ...context, upgradeMode: 'stateless' }),
    ).toEqual({ withSavepoint: false });
  });

  it('sends only what the verb knows', () => {
    const all: Partial<VerbForm> = {
      withSavepoint: true,
      drain: true,
      snapshot: 'sp-1',
      version: 1,
      clean: true,
      allowNonRestoredState: true,
      acceptRisk: false,
      typedName: 'orders',
      reason: 'because',
    };
    expect(params('suspend', all)).toEqual({});
    expect(params('resume', all)).toEqual({});
    expect(params('savepoint', all)).toEqual({});
    expect(params('restart', all)).toEqual({ withSavepoint: true });
    expect(params('delete', all)).toEqual({ withSavepoint: true });
    expect(params('stop', all)).toEqual({ withSavepoint: true, drain: true });
    expect(params('rollback', all)).toEqual({ version: 1, clean: true });
    expect(params('restore', all)).toEqual({
      snapshot: 'sp-1',
      allowNonRestoredState: true,
    });
  });

  it('drains only with a savepoint, and prefers a typed location', () => {
    expect(params('stop', { withSavepoint: false, drain: true })).toEqual({
      withSavepoint: false,
    });
    expect(
      params('restore', { snapshot: 'sp-1', location: ' file:/x ' }),
    ).toEqual({ snapshot: 'file:/x' });
  });

  it('offers no savepoint where none can be taken', () => {
    expect(canSavepoint({ ...context, runs: false })).toBe(false);
    expect(canSavepoint({ ...context, processing: 'batch' })).toBe(false);
    expect(
      canSavepoint({
        ...context,
        capabilities: { ...engine().capabilities, verbs: ['deploy', 'stop'] },
      }),
    ).toBe(false);
    expect(params('stop', {}, { ...context, runs: false })).toEqual({});
  });
});
