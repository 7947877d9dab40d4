import type { ChangePreviewState } from '@datalark/backstage-plugin-data-lineage-react';
import { isGateOpen, lineageGate } from './lineageGate';

const known = (review: {
  required: boolean;
  approvers?: string[];
  reasonSuffices?: boolean;
}): ChangePreviewState => ({
  status: 'known',
  preview: {
    graph: { roots: [], nodes: [], edges: [], asOf: '' },
    added: [],
    removed: [],
    problems: [],
    impact: [],
    review: { reasons: [], approvers: [], ...review },
  },
});
const BI = ['group:default/bi'];

describe('lineageGate', () => {
  it.each<[string, ChangePreviewState]>([
    ['open', { status: 'unknown' }],
    ['waiting', { status: 'waiting' }],
    ['open', known({ required: false })],
    ['reason', known({ required: true, reasonSuffices: true })],
    ['reason', known({ required: true })],
    ['approval', known({ required: true, approvers: BI })],
    [
      'approval',
      known({ required: true, approvers: BI, reasonSuffices: false }),
    ],
    ['reason', known({ required: true, approvers: BI, reasonSuffices: true })],
  ])('is %s for %j', (gate, state) => {
    expect(lineageGate(state)).toBe(gate);
  });

  it('opens by words only when a reason is what is missing', () => {
    expect(isGateOpen('open', '')).toBe(true);
    expect(isGateOpen('reason', ' ')).toBe(false);
    expect(isGateOpen('reason', 'agreed')).toBe(true);
    expect(isGateOpen('approval', 'agreed')).toBe(false);
    expect(isGateOpen('waiting', 'agreed')).toBe(false);
  });
});
