import { syntheticGraph } from '../testing/syntheticGraph';
import { LayoutClient } from './LayoutClient';
import { layoutGraph } from './layoutGraph';

/** A worker that answers as the real one does, or breaks at its first message. */
function fakeWorker(isBroken = false) {
  const worker = {
    onmessage: undefined as unknown as (event: object) => void,
    onerror: undefined as unknown as () => void,
    terminate: jest.fn(),
    postMessage({ number, request }: any) {
      if (isBroken) worker.onerror();
      else {
        worker.onmessage({ data: { number, result: layoutGraph(request) } });
      }
    },
  };
  return worker as unknown as Worker & { terminate: jest.Mock };
}

const graph = syntheticGraph(20);
const expected = layoutGraph(graph);

describe('LayoutClient', () => {
  it('lays out in the worker, and ends it', async () => {
    const worker = fakeWorker();
    const client = new LayoutClient(() => worker);
    expect(await client.layout(graph)).toEqual(expected);
    client.close();
    expect(worker.terminate).toHaveBeenCalled();
  });

  it('lays out in the page where there is no worker', async () => {
    const client = new LayoutClient(() => {
      throw new Error('no workers here');
    });
    expect(await client.layout(graph)).toEqual(expected);
  });

  it('lays out in the page once the worker breaks', async () => {
    const client = new LayoutClient(() => fakeWorker(true));
    expect(await client.layout(graph)).toEqual(expected);
    expect(await client.layout(graph)).toEqual(expected);
  });
});
