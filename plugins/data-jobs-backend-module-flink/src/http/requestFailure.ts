import { EngineUnavailableError } from '@datalark/backstage-plugin-data-jobs-node';
import { HttpAnswerError } from './HttpAnswerError';
import { isTimeLimit } from './pause';

/** An answer larger than what was allowed for. */
export class AnswerTooLarge extends Error {
  constructor(readonly maxBytes: number) {
    super(`more than ${maxBytes} bytes`);
  }
}

/** An answer whose end never came. */
export class AnswerCutOff extends Error {}

const SENTENCES: Record<string, string> = {
  ECONNREFUSED: 'does not answer: the connection was refused',
  ECONNRESET: 'broke the connection off',
  EPIPE: 'broke the connection off',
  ECONNABORTED: 'broke the connection off',
  ENOTFOUND: 'cannot be found: its host name is not known',
  EAI_AGAIN: 'cannot be found: the name service does not answer',
  EHOSTUNREACH: 'cannot be reached: there is no route to its host',
  ENETUNREACH: 'cannot be reached: there is no route to its network',
  ETIMEDOUT: 'does not answer: the connection timed out',
};

/**
 * Says in a sentence why a request got no answer. The caller's own wish to stop
 * passes as it is, unless it was a time limit.
 */
export function requestFailure(
  error: unknown,
  context: {
    who: string;
    address: string;
    timeoutMs: number;
    timedOut: boolean;
    signal: AbortSignal;
  },
): unknown {
  const { who, address, timeoutMs, timedOut, signal } = context;
  if (
    error instanceof HttpAnswerError ||
    error instanceof EngineUnavailableError
  ) {
    return error;
  }
  const unavailable = (what: string) =>
    new EngineUnavailableError(`${who} at ${address} ${what}.`);
  if (signal.aborted) {
    return isTimeLimit(signal.reason)
      ? unavailable('did not answer before the time for it was up')
      : signal.reason;
  }
  if (timedOut) {
    return unavailable(`did not answer within ${timeoutMs / 1000} s`);
  }
  if (error instanceof AnswerTooLarge) {
    return unavailable(
      `answered more than ${Math.round(error.maxBytes / 1024)} KiB`,
    );
  }
  if (error instanceof AnswerCutOff) return unavailable('cut its answer off');
  const code = (error as NodeJS.ErrnoException)?.code ?? '';
  const isProtocol = code.startsWith('HPE_') || code === 'EPROTO';
  if (isProtocol) return unavailable('does not speak HTTP as expected');
  if (code.includes('CERT') || code.startsWith('ERR_TLS')) {
    return unavailable(`has a certificate that is not trusted (${code})`);
  }
  return unavailable(
    SENTENCES[code] ?? `cannot be asked${code ? ` (${code})` : ''}`,
  );
}
