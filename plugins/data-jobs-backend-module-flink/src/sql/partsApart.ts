import { HttpAnswerError } from '../http/HttpAnswerError';
import { flinkCauses } from './flinkCauses';

const SILENCE =
  /^(?:\w*Connect\w*|Retry|\w*Timeout|ConnectionClosed|UnknownHost|\w*Unreachable|RpcConnection)Exception$/;

/**
 * Tells whether Flink's answer is about its own parts that did not reach each
 * other, and not about what they were asked. Only the way to the JobManager
 * counts: a database that a table or catalog names may be down as well.
 */
export function arePartsApart(answer: HttpAnswerError): boolean {
  if (answer.status === 503) return true;
  const causes = flinkCauses(answer.details);
  const names = causes.map(({ name }) => name.replace(/^.*\$/, ''));
  const isGone = causes.some(
    ({ name, message }) =>
      (name === 'SqlGatewayException' &&
        /^Session '[^']*' does not exist/.test(message)) ||
      name === 'LeaderRetrievalException',
  );
  const isOnItsWay =
    names.includes('JobSubmissionException') ||
    names.includes('RestHandlerException');
  return isGone || (isOnItsWay && names.some(name => SILENCE.test(name)));
}
