import { ChangePreview } from '../ChangePreview';
import { ImpactReport } from '../Impact';
import { ColumnLink, LineageNode } from '../LineageGraph';
import { inCode, inText, MOST_ROWS, tableRest } from './markdownText';

/**
 * A preview as GitHub-style markdown, for the comment on a pull request. What the
 * reader of the preview may not see is counted, never named.
 *
 * @public
 */
export function changeMarkdown(
  preview: ChangePreview,
  options: {
    /** Heading; default `Lineage`. */
    title?: string;
  } = {},
): string {
  const { graph, added, removed, problems, impact, review } = preview;
  const name = titles(graph.nodes);
  const edges = graph.edges.filter(edge => edge.change !== 'kept');
  const parts = [
    `### ${inText(options.title ?? 'Lineage')}`,
    summary(preview),
    review.required
      ? `> [!WARNING]\n> ${[
          'This change asks for review.',
          ...review.reasons.map(inText),
          ...(review.approvers.length
            ? [`Ask ${review.approvers.map(inCode).join(', ')}.`]
            : []),
        ].join('\n> ')}`
      : '',
    section(
      'Reads and writes',
      edges.map(
        ({ change, from, to }) =>
          `- ${change === 'added' ? 'new' : 'gone'}: ${name(from)} → ${name(
            to,
          )}`,
      ),
    ),
    columnTable('Columns that vanish or are made otherwise', removed, name),
    columnTable('New column flows', added, name),
    ...impact.map(report => impactTable(report)),
    section(
      'Not understood',
      problems.map(
        ({ severity, message, span }) =>
          `- ${severity}${
            span ? ` at ${span.start.line}:${span.start.column}` : ''
          }: ${inText(message)}`,
      ),
    ),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function summary({ added, removed, graph, impact }: ChangePreview): string {
  const affected = impact.reduce(
    (sum, { owners, hidden }) =>
      sum + hidden + owners.reduce((all, { items }) => all + items.length, 0),
    0,
  );
  const changed = graph.edges.some(edge => edge.change !== 'kept');
  if (!added.length && !removed.length && !changed) {
    return 'The lineage stays as it is.';
  }
  return `${count(added.length, 'column flow')} new, ${count(
    removed.length,
    'column flow',
  )} gone, ${count(affected, 'thing')} downstream of what changes.`;
}

function columnTable(
  title: string,
  links: ColumnLink[],
  name: (node: string) => string,
): string {
  if (!links.length) return '';
  const rows = links
    .slice(0, MOST_ROWS)
    .map(({ from, to, transformations }) => {
      const how = transformations
        .map(({ type, subtype }) => subtype ?? type)
        .join(', ');
      return `| ${name(from.node)} ${inCode(from.column)} | ${name(to.node)} ${
        to.column === undefined ? '(all rows)' : inCode(to.column)
      } | ${inText(how)} |`;
    });
  return [
    `**${title}**`,
    '',
    '| from | to | how |',
    '| --- | --- | --- |',
    ...rows,
    ...tableRest(links.length),
  ].join('\n');
}

function impactTable({
  start,
  owners,
  hidden,
  truncated,
}: ImpactReport): string {
  const rows = owners.flatMap(({ owner, items }) =>
    items.map(
      ({ node, columns, distance }) =>
        `| ${owner ? inCode(owner) : 'nobody'} | ${inText(node.title)} | ${
          columns?.map(column => inCode(column.name)).join(', ') ?? ''
        } | ${distance} |`,
    ),
  );
  if (!rows.length && !hidden) return '';
  const columns = start.columns?.map(inCode).join(', ');
  return [
    `**Depends on ${inText(start.node.title)}${
      columns ? ` (${columns})` : ''
    }**`,
    '',
    '| owner | what | columns | steps |',
    '| --- | --- | --- | --- |',
    ...rows.slice(0, MOST_ROWS),
    ...tableRest(rows.length),
    ...(hidden ? ['', `${count(hidden, 'more')} that you may not see.`] : []),
    ...(truncated
      ? ['', 'The walk stopped at a limit: there may be more.']
      : []),
  ].join('\n');
}

function section(title: string, lines: string[]): string {
  return lines.length
    ? [
        `**${title}**`,
        '',
        ...lines.slice(0, MOST_ROWS),
        ...tableRest(lines.length),
      ].join('\n')
    : '';
}

function titles(nodes: LineageNode[]): (node: string) => string {
  const known = new Map(
    nodes.map(node => [
      node.id,
      node.hidden ? `a ${node.type} that you may not see` : inText(node.title),
    ]),
  );
  return node => known.get(node) ?? 'something that you may not see';
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 || word === 'more' ? '' : 's'}`;
}
