import { useState } from 'react';
import type { ChangePreviewState } from '@datalark/backstage-plugin-data-lineage-react';
import { LineageGate, lineageGate } from '../logic/lineageGate';

/** The gate, and what opens and shuts it; open as long as nothing is heard. */
export function useLineageGate(): [
  LineageGate,
  (state: ChangePreviewState) => void,
] {
  const [state, setState] = useState<ChangePreviewState>({ status: 'unknown' });
  return [lineageGate(state), setState];
}
