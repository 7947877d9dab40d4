import { useEffect } from 'react';
import {
  ChangePreviewApi,
  ChangePreviewPanelProps,
  ChangePreviewState,
} from '@datalark/backstage-plugin-data-lineage-react';

/** Lineage that knows one answer, whatever it is asked. */
export class FakeLineage implements ChangePreviewApi {
  /** What the panel was last asked. */
  request: ChangePreviewPanelProps['request'];
  readonly Panel: ChangePreviewApi['Panel'];

  constructor(state: ChangePreviewState) {
    this.Panel = panelOf(state, request => {
      this.request = request;
    });
  }

  /** A change that a rule wants reviewed. */
  static reviewed(by: { approvers: string[]; reasonSuffices: boolean }) {
    return new FakeLineage({
      status: 'known',
      preview: {
        graph: { roots: [], nodes: [], edges: [], asOf: '' },
        added: [],
        removed: [],
        problems: [],
        impact: [],
        review: { required: true, reasons: ['A column vanishes.'], ...by },
      },
    });
  }
}

function panelOf(
  state: ChangePreviewState,
  hear: (request: ChangePreviewPanelProps['request']) => void,
) {
  return function Panel({ request, onState }: ChangePreviewPanelProps) {
    hear(request);
    const isAsked = Boolean(request);
    useEffect(
      () => onState?.(isAsked ? state : { status: 'unknown' }),
      [isAsked, onState],
    );
    return isAsked ? <p>Lineage of the change</p> : null;
  };
}
