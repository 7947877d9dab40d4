import { layoutGraph } from './layout/layoutGraph';
import { LayoutRequest, LayoutResult } from './layout/LayoutRequest';

/** What the page sends to the worker, and what comes back under the same number. */
export type LayoutMessage = { number: number; request: LayoutRequest };
/** {@link LayoutMessage} */
export type LayoutAnswer = { number: number; result: LayoutResult };

const scope = globalThis as unknown as {
  onmessage: (event: { data: LayoutMessage }) => void;
  postMessage(answer: LayoutAnswer): void;
};

scope.onmessage = ({ data: { number, request } }) =>
  scope.postMessage({ number, result: layoutGraph(request) });
