import { layoutGraph } from './layout/layoutGraph';
import { LayoutAnswer, LayoutMessage } from './layout/LayoutMessage';

const scope = globalThis as unknown as {
  onmessage: (event: { data: LayoutMessage }) => void;
  postMessage(answer: LayoutAnswer): void;
};

scope.onmessage = ({ data: { number, request } }) =>
  scope.postMessage({ number, result: layoutGraph(request) });
