import { Entity, parseEntityRef } from '@backstage/catalog-model';
import {
  Operation,
  runbookOf,
  Snapshot,
} from '@datalark/backstage-plugin-data-jobs-common';
import { NoticePayload } from '../database/NoticeStore';
import { AlertSubject, jobTitle } from './AlertSubject';
import { AlertMemory, Finding } from './nextAlert';
import { durationWords, timeWords } from './timeWords';

const LONGEST_LINE = 300;
const RECENT_CHANGE_MS = 3_600_000;

/** What a notification says besides what was found. */
export type NoticeFacts = {
  subject: AlertSubject;
  entity?: Entity;
  /** The last error, redacted. */
  error?: string;
  restorePoint?: Snapshot;
};

/** Says that something began to be wrong. */
export function composeOpened(
  finding: Finding,
  alert: AlertMemory,
  facts: NoticeFacts,
): NoticePayload {
  const { subject, error, restorePoint } = facts;
  const { observation, lastChange } = subject.deployment;
  const again =
    alert.times > 1 ? `It is the ${ordinal(alert.times)} time in short.` : '';
  const [reason] = observation.health.reasons;
  const isState = finding.cause === 'failed' || !reason;
  const why = isState ? `it is ${observation.state}` : reason.message;
  return {
    title: finding.message,
    description: sentences([
      `Since ${timeWords(alert.since)}: ${trimDot(why)}.`,
      again,
      error && `Error: ${error}`,
      lastChange &&
        Math.abs(Date.parse(alert.since) - Date.parse(lastChange.at)) <
          RECENT_CHANGE_MS &&
        `Last change: ${lastChange.verb} by ${personWords(
          lastChange.by,
        )} at ${timeWords(lastChange.at)}.`,
      finding.cause === 'failed' &&
        (restorePoint
          ? `A resume would start from the ${restorePoint.kind} of ${timeWords(
              restorePoint.createdAt,
            )}.`
          : subject.job.processing === 'streaming' &&
            'There is no snapshot to resume from.'),
      runbookSentence(facts),
    ]),
    severity: finding.severity,
    ...linksOf(facts, finding.cause, { error }),
  };
}

/** Says that it is over. */
export function composeRecovered(
  finding: Finding,
  alert: AlertMemory,
  facts: NoticeFacts,
  now: string,
): NoticePayload {
  const { observation } = facts.subject.deployment;
  const lasted = Date.parse(now) - Date.parse(alert.since);
  return {
    title: `${jobTitle(facts.subject)} recovered${
      finding.cause === 'failed'
        ? ''
        : ` (${finding.cause.replace(/^rule:/, '').replace(/-/g, ' ')})`
    }`,
    description: sentences([
      `It is ${observation.state}${
        observation.health.state === 'ok' ? ' and healthy' : ''
      } again after ${durationWords(lasted)}; trouble began at ${timeWords(
        alert.since,
      )}.`,
    ]),
    severity: 'normal',
    ...linksOf(facts, finding.cause, {}),
  };
}

/** Says that a verb failed. */
export function composeVerbFailed(
  operation: Operation,
  facts: NoticeFacts,
): NoticePayload {
  const step = [...operation.steps]
    .reverse()
    .find(one => one.state === 'failed');
  const links = linksOf(facts, 'verb-failed', {
    error: facts.error,
    operation: operation.id,
  });
  return {
    title: `${capital(operation.verb)} of ${jobTitle(facts.subject)} failed`,
    description: sentences([
      `Asked for by ${personWords(operation.requestedBy)} at ${timeWords(
        operation.createdAt,
      )}${step ? `; the step "${step.name}" failed` : ''}.`,
      facts.error && `Error: ${facts.error}`,
      runbookSentence(facts),
    ]),
    severity: 'normal',
    ...links,
  };
}

/** First line of a text, as a sentence's end. */
export function firstLine(text: string | undefined): string | undefined {
  const line = text
    ?.split('\n')
    .map(one => one.trim())
    .find(Boolean);
  if (!line || line.length <= LONGEST_LINE) return line;
  return `${line.slice(0, LONGEST_LINE)}…`;
}

function linksOf(
  { subject, entity }: NoticeFacts,
  cause: string,
  more: { error?: string; operation?: string },
): Pick<NoticePayload, 'link' | 'metadata'> {
  const { entityRef, environment } = subject.deployment;
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const page = `/catalog/${namespace}/${kind}/${name}/job`;
  const tab = (id: string, rest: Record<string, string> = {}) =>
    `${page}?${new URLSearchParams({
      ...(environment !== 'default' && { environment }),
      tab: id,
      ...rest,
    })}`;
  const exceptions = tab('diagnostics');
  const operations = tab('history', {
    ...(more.operation && { operation: more.operation }),
  });
  const snapshots = tab('snapshots');
  const link =
    { 'verb-failed': operations, 'checkpoint-too-old': snapshots }[cause] ??
    exceptions;
  const runbook = runbookOf(entity)?.url;
  return {
    link,
    metadata: {
      entityRef,
      environment,
      cause,
      exceptions,
      operations,
      ...(runbook && { runbook }),
      ...(more.error && { error: more.error }),
    },
  };
}

function runbookSentence({ entity }: NoticeFacts): string | undefined {
  const runbook = runbookOf(entity);
  return runbook && `${runbook.title}: ${runbook.url}`;
}

function sentences(parts: Array<string | false | undefined>): string {
  return parts.filter(Boolean).join('\n');
}

function personWords(by: string): string {
  return /^user:/i.test(by) ? parseEntityRef(by).name : by;
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}

function trimDot(text: string): string {
  return text.replace(/\.$/, '');
}

function ordinal(count: number): string {
  return { 2: 'second', 3: 'third' }[count] ?? `${count}th`;
}
