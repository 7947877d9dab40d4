import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import { csvRow } from './csvRow';

const HEAD = [
  ...['from_namespace', 'from_name', 'to_namespace', 'to_name', 'origins'],
  ...[
    'first_seen',
    'last_seen',
    'change',
    'from_column',
    'to_column',
    'transformations',
  ],
];

/** Edges and, where they are known, column links of a graph as CSV (RFC 4180); hidden nodes without a name. */
export function graphCsv(graph: LineageGraph): string {
  const names = new Map(
    graph.nodes.map(node => [
      node.id,
      node.hidden ? ['', '(hidden)'] : [node.namespace, node.name],
    ]),
  );
  const name = (id: string) => names.get(id) ?? ['', '(hidden)'];
  const edges = graph.edges.map(edge => [
    ...name(edge.from),
    ...name(edge.to),
    edge.origins.join(' '),
    ...[edge.firstSeenAt, edge.lastSeenAt, edge.change ?? ''],
    ...['', '', ''],
  ]);
  const links = (graph.columnLinks ?? []).map(link => [
    ...name(link.from.node),
    ...name(link.to.node),
    link.origins.join(' '),
    ...['', '', link.change ?? ''],
    ...[link.from.column, link.to.column ?? ''],
    link.transformations
      .map(({ type, subtype }) => [type, subtype].filter(Boolean).join('/'))
      .join(' '),
  ]);
  return [HEAD, ...edges, ...links].map(csvRow).join('');
}
