import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import { SubmissionRefusedError } from '@datalark/backstage-plugin-data-jobs-node';
import { rootCause } from '../answers/jobError';

/**
 * A refusal for people: what was found before first, SeaTunnel's own sentence
 * last, with its log's where SeaTunnel keeps the cause to itself.
 */
export function refusal(
  message: string,
  found: DefinitionProblem[],
  logCause?: string,
): SubmissionRefusedError {
  const said = plainMessage(message);
  return new SubmissionRefusedError(`SeaTunnel refused the job: ${said}`, [
    ...found,
    {
      severity: 'error',
      message: logCause
        ? `SeaTunnel refused the job: ${said} It does not tell the cause; its server log says: ${logCause}`
        : `SeaTunnel refused the job: ${said}`,
      remedy: remedyFor(message, logCause !== undefined),
      ...(fieldOf(message) && { field: fieldOf(message) }),
    },
  ]);
}

/** True for the answer that hides its cause. */
export function hidesCause(message: string): boolean {
  return /\[API-06\]|Factory initialize failed/.test(message);
}

function plainMessage(message: string): string {
  const cause = rootCause(message);
  const text = cause
    .replace(/^ErrorCode:\[[\w-]+\], ErrorDescription:\[([^\]]*)\] - /, '$1: ')
    .replace(/^(?:(?:[\w$]+\.)+[\w$]*(?:Exception|Error)\w*: )+/, '')
    .trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function remedyFor(message: string, causeKnown: boolean): string {
  const plugin = /pluginName='([^']*)'\} not found/.exec(message)?.[1];
  if (plugin) {
    return `Check the name "${plugin}", and that the server has its connector and an entry in plugin-mapping.properties.`;
  }
  if (hidesCause(message)) {
    return causeKnown
      ? 'Correct what the log names.'
      : 'SeaTunnel does not tell the cause. Check options and column types; for a database also its address, user, password, and that the server reaches it. The log of the server holds the cause.';
  }
  if (/can't find field/.test(message)) {
    return 'Select columns that the input has.';
  }
  if (/Handle save mode failed|API-09/.test(message)) {
    return 'Check that the server may write to the target, and schema_save_mode and data_save_mode.';
  }
  return 'Correct the definition; the log of the server may say more.';
}

function fieldOf(message: string): string | undefined {
  const created =
    /Unable to create a (source|sink|transform) for identifier '([^']*)'/.exec(
      message,
    ) ?? /pluginType='(\w+)', pluginName='([^']*)'/.exec(message);
  return created ? `${created[1]}.${created[2]}` : undefined;
}
