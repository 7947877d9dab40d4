import { EngineUnavailableError } from '@datalark/backstage-plugin-data-jobs-node';
import { isLosslessNumber, parse } from 'lossless-json';
import { cleanTail } from '../logs/cleanTail';

/** What a server answered. */
export type ZetaAnswer = {
  status: number;
  /** Parsed body, numbers kept as text; `undefined` when it is no JSON. */
  json: unknown;
  text: string;
  /** The beginning of the text was left out; see `ZetaRequest.tail`. */
  cut: boolean;
};

/** A request below the configured address. */
export type ZetaRequest = {
  /** Starts with `/`; parts are encoded by the caller. */
  path: string;
  /** Sent as JSON by POST. */
  body?: string;
  signal: AbortSignal;
  /** Default 10000. */
  timeoutMs?: number;
  /** Default 64 MiB: the history of a busy server is long. */
  maxBytes?: number;
  /** Keep the last `maxBytes` of a longer text instead of refusing it. */
  tail?: boolean;
};

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_TAIL_SOURCE = 256 * 1024 * 1024;

/**
 * Talks to one configured address and no other: redirects and links in answers
 * are not followed. No answer, half an answer and one that is too large are
 * `EngineUnavailableError`s that say why.
 */
export class ZetaHttp {
  readonly #base: string;
  readonly #headers: Record<string, string>;

  constructor(
    url: string,
    options: { basicAuth?: { username: string; password: string } } = {},
  ) {
    this.#base = url.replace(/\/+$/, '');
    this.#headers = { accept: 'application/json, text/plain' };
    if (options.basicAuth) {
      const { username, password } = options.basicAuth;
      const pair = Buffer.from(`${username}:${password}`).toString('base64');
      this.#headers.authorization = `Basic ${pair}`;
    }
  }

  /** For messages. */
  get address(): string {
    return this.#base;
  }

  async send(request: ZetaRequest): Promise<ZetaAnswer> {
    const { path, body, signal, timeoutMs = 10_000 } = request;
    signal.throwIfAborted();
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(`${this.#base}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...this.#headers,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([signal, timeout]),
      });
      if (response.status >= 300 && response.status < 400) {
        await response.body?.cancel();
        throw new EngineUnavailableError(
          `SeaTunnel at ${
            this.#base
          } answers with a redirect, which is not followed. Configure the address that it leads to.`,
        );
      }
      const { text, cut } = await this.#read(response, request);
      return { status: response.status, text, cut, json: readJson(text) };
    } catch (error) {
      if (error instanceof EngineUnavailableError) throw error;
      if (signal.aborted) throw this.#unavailable('the call was given up');
      if (timeout.aborted) {
        throw this.#unavailable(`it took longer than ${timeoutMs} ms`);
      }
      throw this.#unavailable(reasonOf(error));
    }
  }

  #unavailable(reason: string): EngineUnavailableError {
    return new EngineUnavailableError(
      `SeaTunnel at ${this.#base} did not answer: ${reason}.`,
    );
  }

  async #read(
    response: Response,
    request: ZetaRequest,
  ): Promise<{ text: string; cut: boolean }> {
    const { maxBytes = MAX_BYTES, tail = false } = request;
    const limit = tail ? MAX_TAIL_SOURCE : maxBytes;
    let parts: Uint8Array[] = [];
    let kept = 0;
    let size = 0;
    for await (const part of response.body ?? []) {
      size += part.length;
      kept += part.length;
      parts.push(part);
      if (size > limit) {
        throw new EngineUnavailableError(
          `SeaTunnel at ${this.#base} answered ${
            request.path
          } with more than ${limit} bytes.`,
        );
      }
      while (tail && kept - parts[0].length >= maxBytes) {
        kept -= parts[0].length;
        parts = parts.slice(1);
      }
    }
    const bytes = Buffer.concat(parts);
    return tail
      ? { text: cleanTail(bytes, maxBytes), cut: size > maxBytes }
      : { text: bytes.toString('utf8'), cut: false };
  }
}

/**
 * JSON whose numbers stay text where JavaScript would round them: job ids have
 * 64 bits.
 */
export function readJson(text: string): unknown {
  if (!text.trim()) return undefined;
  try {
    return parse(text, (_, value) => {
      if (!isLosslessNumber(value)) return value;
      const number = Number(value.value);
      return Number.isSafeInteger(number) || !/^-?\d+$/.test(value.value)
        ? number
        : value.value;
    });
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error & { cause?: unknown };
  const { code, message: inner } = (cause ?? {}) as {
    code?: string;
    message?: string;
  };
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing listens there';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'its name cannot be resolved';
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
      return 'the connection was cut';
    default:
      return code ?? inner ?? message;
  }
}
