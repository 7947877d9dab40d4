import type { ChangePreviewState } from '@datalark/backstage-plugin-data-lineage-react';

/**
 * What stands between a change and its deployment: nothing (`open`), an answer
 * that is on its way, a reason to be typed, or somebody else who has to deploy it.
 */
export type LineageGate = 'open' | 'waiting' | 'reason' | 'approval';

/** Nobody can be asked, or nobody answers: lineage holds nothing up. */
export function lineageGate(state: ChangePreviewState): LineageGate {
  if (state.status === 'waiting') return 'waiting';
  if (state.status === 'unknown') return 'open';
  const { review } = state.preview;
  if (!review.required) return 'open';
  const { approvers, reasonSuffices = approvers.length === 0 } = review;
  return reasonSuffices ? 'reason' : 'approval';
}

/** Whether it may be deployed with this reason. */
export function isGateOpen(gate: LineageGate, reason: string): boolean {
  return gate === 'open' || (gate === 'reason' && reason.trim() !== '');
}
