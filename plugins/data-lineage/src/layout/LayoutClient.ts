import type { LayoutAnswer, LayoutMessage } from './LayoutMessage';
import { LayoutRequest, LayoutResult } from './LayoutRequest';

/**
 * Lays out in a worker; where there is none (an old browser, a test, a content
 * policy that forbids it) in the page itself.
 */
export class LayoutClient {
  #worker: Worker | undefined;
  #number = 0;
  readonly #waiting = new Map<
    number,
    { request: LayoutRequest; resolve(result: LayoutResult): void }
  >();

  constructor(private readonly createWorker: () => Worker) {}

  /** Resolves with the places; never rejects for a graph that can be laid out. */
  layout(request: LayoutRequest): Promise<LayoutResult> {
    const worker = this.#start();
    if (!worker) return layoutHere(request);
    const number = ++this.#number;
    return new Promise(resolve => {
      this.#waiting.set(number, { request, resolve });
      worker.postMessage({ number, request } satisfies LayoutMessage);
    });
  }

  /** Ends the worker. A later request starts another. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #isBroken = false;

  #start(): Worker | undefined {
    if (this.#worker || this.#isBroken) return this.#worker;
    try {
      this.#worker = this.createWorker();
    } catch {
      this.#isBroken = true;
      return undefined;
    }
    this.#worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      this.#waiting.get(data.number)?.resolve(data.result);
      this.#waiting.delete(data.number);
    };
    this.#worker.onerror = () => {
      this.#isBroken = true;
      this.close();
      for (const { request, resolve } of this.#waiting.values()) {
        layoutHere(request).then(resolve);
      }
      this.#waiting.clear();
    };
    return this.#worker;
  }
}

async function layoutHere(request: LayoutRequest): Promise<LayoutResult> {
  const { layoutGraph } = await import('./layoutGraph');
  return layoutGraph(request);
}
