const LIMIT = 1000;
const FIRST_REPEAT_MS = 3_000;

type Request = {
  engineJobId: string;
  /** The savepoint was seen under way. */
  saving: boolean;
  repeatAt: number;
  repeatAfterMs: number;
};

/**
 * Which request stops which job. Zeta knows no requests: how one gets on shows
 * in the job alone, so this tells "not yet" from "never asked" and from "given
 * up", and when to ask again.
 */
export class StopRequests {
  readonly #requests = new Map<string, Request>();

  constructor(private readonly now: () => number = Date.now) {}

  remember(requestId: string, engineJobId: string): void {
    this.#of(requestId, engineJobId);
  }

  /** What is known of a request whose job just runs. */
  ofRunning(
    requestId: string,
    engineJobId: string,
  ): 'unknown' | 'waiting' | 'given-up' {
    const request = this.#requests.get(requestId);
    if (request?.engineJobId !== engineJobId) return 'unknown';
    return request.saving ? 'given-up' : 'waiting';
  }

  /**
   * Notes that the savepoint is under way, and says whether to ask for it
   * again: after 3 s, 9 s more, 27 s more, …
   */
  noteSaving(requestId: string, engineJobId: string): boolean {
    const request = this.#of(requestId, engineJobId);
    request.saving = true;
    if (this.now() < request.repeatAt) return false;
    request.repeatAfterMs *= 3;
    request.repeatAt = this.now() + request.repeatAfterMs;
    return true;
  }

  forget(requestId: string): void {
    this.#requests.delete(requestId);
  }

  #of(requestId: string, engineJobId: string): Request {
    const known = this.#requests.get(requestId);
    if (known?.engineJobId === engineJobId) return known;
    const request = {
      engineJobId,
      saving: false,
      repeatAt: this.now() + FIRST_REPEAT_MS,
      repeatAfterMs: FIRST_REPEAT_MS,
    };
    this.#requests.set(requestId, request);
    const oldest = this.#requests.keys().next().value;
    if (this.#requests.size > LIMIT && oldest) this.forget(oldest);
    return request;
  }
}
