import {
  AlertCondition,
  AlertRule,
} from '@datalark/backstage-plugin-data-entities-common';
import { Observation } from '@datalark/backstage-plugin-data-jobs-common';
import { SPEC } from '../__testUtils__/TestPlane';
import { AlertSubject } from './AlertSubject';
import { ruleFindings } from './ruleFindings';

const NOW = Date.parse('2026-01-01T12:00:00.000Z');
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

function subject(
  rule: Partial<AlertRule>,
  part: Partial<AlertSubject> & { state?: Observation['state'] } = {},
): AlertSubject {
  const { state = 'running', ...rest } = part;
  return {
    job: {
      name: 'orders',
      spec: { ...SPEC, notifications: { rules: [{ name: 'mine', ...rule }] } },
    } as any,
    deployment: {
      entityRef: 'datajob:default/orders',
      environment: 'default',
      engine: 'fake',
      desired: 'running',
      observation: {
        state,
        health: { state: 'ok', reasons: [] },
        observedAt: ago(0),
        since: ago(30),
      },
    },
    operating: false,
    runStartedAt: ago(90),
    samples: [],
    ...rest,
  };
}

const holds = (
  rule: Partial<AlertRule>,
  part?: Parameters<typeof subject>[1],
) => ruleFindings(subject(rule, part), NOW)[0].holds;

const snapshot = (minutes: number) =>
  ({ createdAt: ago(minutes), kind: 'checkpoint' } as any);

describe('ruleFindings', () => {
  it.each<[AlertCondition, Parameters<typeof subject>[1], boolean | 'unknown']>(
    [
      [{ state: 'failed' }, { state: 'failed' }, true],
      [{ state: 'failed' }, { state: 'running' }, false],
      [{ state: 'failed' }, { state: 'unknown' }, 'unknown'],
      [{ state: 'unknown' }, { state: 'unknown' }, true],
      [{ checkpointAge: '15m' }, { snapshot: snapshot(16) }, true],
      [{ checkpointAge: '15m' }, { snapshot: snapshot(14) }, false],
      [{ checkpointAge: '2h' }, {}, false],
      [{ checkpointAge: '1h' }, {}, true],
      [{ checkpointAge: '1h' }, { runStartedAt: undefined }, 'unknown'],
      [{ duration: '1h29m' }, {}, true],
      [{ duration: '1h31m' }, {}, false],
      [{ duration: '1m' }, { state: 'finished' }, false],
      [{ duration: '1m' }, { state: 'unknown' }, 'unknown'],
      [{ restarts: 3 }, {}, 'unknown'],
      [{ lag: 100 }, {}, 'unknown'],
    ],
  )('%j on %j is %s', (condition, part, expected) => {
    expect(holds({ any: [condition] }, part)).toBe(expected);
  });

  it('counts restarts and lag by what was measured', () => {
    const samples = [70, 50, 30, 1].map((minutes, index) => ({
      at: NOW - minutes * 60_000,
      values: { restarts: index * 2, sourceLag: index * 1000 },
    }));
    expect(holds({ any: [{ restarts: 4 }] }, { samples })).toBe(true);
    expect(holds({ any: [{ restarts: 4, within: '35m' }] }, { samples })).toBe(
      false,
    );
    expect(holds({ any: [{ lag: 3000 }] }, { samples })).toBe(true);
    expect(holds({ any: [{ lag: 3001 }] }, { samples })).toBe(false);
  });

  it('joins conditions, and does not take what is not known for a no', () => {
    const old = { snapshot: snapshot(20) };
    const yes = { checkpointAge: '15m' };
    const no = { checkpointAge: '30m' };
    const unknown = { lag: 10 };
    expect(holds({ any: [yes, no] }, old)).toBe(true);
    expect(holds({ all: [yes, no] }, old)).toBe(false);
    expect(holds({ any: [yes, unknown] }, old)).toBe(true);
    expect(holds({ all: [yes, unknown] }, old)).toBe('unknown');
    expect(holds({ any: [no, unknown] }, old)).toBe('unknown');
    expect(holds({ all: [no, unknown] }, old)).toBe(false);
    expect(holds({ any: [yes] }, { ...old, operating: true })).toBe('unknown');
  });

  it('says what it saw, and how long it has to hold', () => {
    const [finding] = ruleFindings(
      subject(
        { any: [{ checkpointAge: '15m' }], for: '5m', severity: 'critical' },
        { snapshot: snapshot(20) },
      ),
      NOW,
    );
    expect(finding).toMatchObject({
      cause: 'rule:mine',
      forMs: 300_000,
      severity: 'critical',
      message: 'orders: mine (the newest checkpoint is 20 min old)',
    });
  });
});
