import { EngineUnavailableError } from '@datalark/backstage-plugin-data-jobs-node';
import { isRecord, textField } from '../answers/field';
import { ZetaAnswer } from '../http/ZetaHttp';
import { SubmitAnswer } from './ZetaProtocol';

/** The server could not, rather than would not: nobody knows what came of it. */
const NOT_READY =
  /NotActive|not active|not ready|is starting|Retryable|OperationTimeout|TimeoutException|TargetNotMember|shutting down|has not been initialized|no available resource manager/i;

/** Reads what a server says to a submission; `undefined` when it is nothing known. */
export function readSubmitAnswer(answer: ZetaAnswer): SubmitAnswer | undefined {
  const { status, json, text } = answer;
  if (status === 200) {
    const jobId = isRecord(json) ? textField(json, 'jobId') : undefined;
    return jobId ? { outcome: 'accepted', jobId } : undefined;
  }
  const message = isRecord(json)
    ? textField(json, 'message')
    : htmlReason(text);
  if (status === 502 || status === 503 || status === 504 || !message) {
    return undefined;
  }
  if (status !== 400 && status !== 500) return undefined;
  if (NOT_READY.test(message)) {
    throw new EngineUnavailableError(
      `SeaTunnel cannot take jobs now: ${message.split('\n')[0]}`,
    );
  }
  if (/has already been submitted/.test(message)) {
    return { outcome: 'already-submitted' };
  }
  return { outcome: 'refused', message };
}

/** Jetty's error page for what SeaTunnel did not catch. */
function htmlReason(text: string): string | undefined {
  if (!/jetty/i.test(text)) return undefined;
  const caused = /CAUSED BY:<\/th><td>([^<]*)/i.exec(text)?.[1];
  const message = /MESSAGE:<\/th><td>([^<]*)/i.exec(text)?.[1];
  return (caused ?? message)?.trim() || undefined;
}
