import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EngineUnavailableError } from '@datalark/backstage-plugin-data-jobs-node';
import { HttpAnswerError } from './HttpAnswerError';
import { AnswerCutOff, AnswerTooLarge, requestFailure } from './requestFailure';

/** A request below the client's base URL. */
export type HttpRequest = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Starts with `/`; parts of it are encoded by the caller. */
  path: string;
  json?: unknown;
  /** A body that is no JSON. */
  body?: { stream: Readable; length: number; contentType: string };
  signal: AbortSignal;
  /** Default 10000 ms, for the whole answer. */
  timeoutMs?: number;
  /** Default 16 MiB. */
  maxBytes?: number;
};

const MAX_BYTES = 16 * 1024 * 1024;
const MAX_ERROR_BYTES = 1024 * 1024;

/**
 * Talks HTTP to one configured address and to no other: no redirects, no
 * absolute URLs from answers. Everything that is not an understandable answer
 * is an `EngineUnavailableError` with a sentence for people.
 */
export class HttpClient {
  readonly #base: URL;
  readonly #agent: http.Agent;

  /** `who` is named in messages, as in "The JobManager". */
  constructor(baseUrl: string, readonly who: string) {
    this.#base = new URL(baseUrl);
    const isTls = this.#base.protocol === 'https:';
    this.#agent = new (isTls ? https : http).Agent({
      keepAlive: true,
      maxSockets: 8,
    });
  }

  /** For messages: without credentials, query or trailing slash. */
  get address(): string {
    return `${this.#base.origin}${this.#base.pathname}`.replace(/\/$/, '');
  }

  /** Sends a request and reads a JSON answer. */
  async json<T>(request: HttpRequest): Promise<T> {
    const parts: Buffer[] = [];
    await this.#exchange(request, async answer => {
      for await (const part of limited(answer, request.maxBytes ?? MAX_BYTES)) {
        parts.push(part);
      }
    });
    const text = Buffer.concat(parts).toString('utf8');
    try {
      return JSON.parse(text || '{}');
    } catch {
      throw new EngineUnavailableError(
        `${this.who} at ${this.address} answered something that is not JSON. ` +
          'Is the address right, and is nothing in between?',
      );
    }
  }

  /** Sends a request and hands each piece of the answer over as it comes. */
  async bytes(
    request: HttpRequest,
    onPiece: (piece: Buffer) => void,
  ): Promise<void> {
    await this.#exchange(request, async answer => {
      for await (const part of limited(answer, request.maxBytes ?? MAX_BYTES)) {
        onPiece(part);
      }
    });
  }

  async #exchange(
    request: HttpRequest,
    read: (answer: http.IncomingMessage) => Promise<void>,
  ): Promise<void> {
    const { signal, timeoutMs = 10_000 } = request;
    signal.throwIfAborted();
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await this.#send(
        request,
        AbortSignal.any([signal, timeout]),
      );
      const status = answer.statusCode ?? 0;
      if (status >= 200 && status < 300) {
        await read(answer);
        return;
      }
      throw await this.#refusal(status, answer);
    } catch (error) {
      throw requestFailure(error, {
        who: this.who,
        address: this.address,
        timeoutMs,
        timedOut: timeout.aborted,
        signal,
      });
    }
  }

  #send(
    request: HttpRequest,
    signal: AbortSignal,
  ): Promise<http.IncomingMessage> {
    const { method = 'GET', path, json, body } = request;
    const text = json === undefined ? undefined : JSON.stringify(json);
    const headers: http.OutgoingHttpHeaders = { accept: 'application/json' };
    if (body) {
      headers['content-type'] = body.contentType;
      headers['content-length'] = body.length;
    } else if (text !== undefined) {
      headers['content-type'] = 'application/json';
      headers['content-length'] = Buffer.byteLength(text);
    }
    return new Promise((resolve, reject) => {
      const sent = (this.#base.protocol === 'https:' ? https : http).request({
        method,
        protocol: this.#base.protocol,
        hostname: this.#base.hostname.replace(/^\[|\]$/g, ''),
        port: this.#base.port,
        path: this.#base.pathname.replace(/\/$/, '') + path,
        headers,
        agent: this.#agent,
        signal,
      });
      sent.on('response', resolve);
      sent.on('error', reject);
      if (body) pipeline(body.stream, sent).catch(reject);
      else sent.end(text);
    });
  }

  async #refusal(status: number, answer: http.IncomingMessage): Promise<Error> {
    if (status >= 300 && status < 400) {
      answer.destroy();
      return new EngineUnavailableError(
        `${this.who} at ${this.address} answered with a redirect, which is ` +
          'not followed. Configure the address that it leads to.',
      );
    }
    const parts: Buffer[] = [];
    for await (const part of limited(answer, MAX_ERROR_BYTES)) parts.push(part);
    const text = Buffer.concat(parts).toString('utf8');
    const errors = readErrors(text);
    if (!errors) {
      return new EngineUnavailableError(
        `${this.who} at ${this.address} answered with status ${status} and ` +
          'nothing that Flink would say. Is the address right?',
      );
    }
    return new HttpAnswerError(
      `${this.who} answered with status ${status}`,
      status,
      errors.join('\n'),
    );
  }
}

/** Flink's `{"errors": […]}`; undefined when somebody else is speaking. */
function readErrors(text: string): string[] | undefined {
  try {
    const { errors } = JSON.parse(text);
    return Array.isArray(errors) ? errors.map(String) : undefined;
  } catch {
    return undefined;
  }
}

async function* limited(
  answer: http.IncomingMessage,
  maxBytes: number,
): AsyncIterable<Buffer> {
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) {
      answer.destroy();
      throw new AnswerTooLarge(maxBytes);
    }
    yield part;
  }
  if (!answer.complete) throw new AnswerCutOff();
}
