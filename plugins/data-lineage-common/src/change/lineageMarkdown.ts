import { lineageOfEvent } from '@datalark/openlineage';
import { Inference } from '../inference/InferenceRequest';
import { LineageName } from '../NodeId';
import { inCode, inText, MOST_ROWS, tableRest } from './markdownText';

/**
 * What a definition reads and writes as GitHub-style markdown: for somebody who is
 * about to create the job.
 *
 * @public
 */
export function lineageMarkdown({ event, problems }: Inference): string {
  if (!event) {
    return problems.length
      ? `${problemLines(problems)}\n`
      : 'Nobody can see from outside what this job reads and writes: `spec.reads` and `spec.writes` count.\n';
  }
  const { inputs, outputs, columnEdges, datasetInfluences } =
    lineageOfEvent(event);
  const rows = [
    ...columnEdges.map(({ from, to, transformations }) =>
      row(
        `${name(from)} ${from.field === undefined ? '' : inCode(from.field)}`,
        `${name(to)} ${inCode(to.field)}`,
        transformations,
      ),
    ),
    ...datasetInfluences.map(({ from, to, transformations }) =>
      row(
        `${name(from)} ${inCode(from.field)}`,
        `${name(to)} (all rows)`,
        transformations,
      ),
    ),
  ];
  return `${[
    `Reads: ${list(inputs)}\\\nWrites: ${list(outputs)}`,
    rows.length
      ? [
          '| from | to | how |',
          '| --- | --- | --- |',
          ...rows.slice(0, MOST_ROWS),
          ...tableRest(rows.length),
        ].join('\n')
      : '',
    problems.length ? problemLines(problems) : '',
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

function problemLines(problems: Inference['problems']): string {
  return [
    '**Not understood**',
    '',
    ...problems.map(
      ({ severity, message, span }) =>
        `- ${severity}${
          span ? ` at ${span.start.line}:${span.start.column}` : ''
        }: ${inText(message)}`,
    ),
  ].join('\n');
}

function row(
  from: string,
  to: string,
  how: readonly { type: string; subtype?: string }[],
): string {
  const words = how.map(({ type, subtype }) => subtype ?? type).join(', ');
  return `| ${from} | ${to} | ${inText(words)} |`;
}

function list(names: LineageName[] | undefined): string {
  if (!names) return 'unknown';
  return names.length
    ? names.map(one => `${name(one)} (${inCode(one.namespace)})`).join(', ')
    : 'nothing';
}

function name(dataset: LineageName): string {
  return inText(dataset.name);
}
