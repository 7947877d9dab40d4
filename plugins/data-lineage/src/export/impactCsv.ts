import { ImpactReport } from '@datalark/backstage-plugin-data-lineage-common';
import { csvRow } from './csvRow';

const HEAD = [
  ...['owner', 'type', 'namespace', 'name', 'entity', 'column'],
  ...['transformations', 'distance', 'quality'],
];

/** What is affected as CSV (RFC 4180): one line for each column, or for a node whose columns are not known. */
export function impactCsv(report: ImpactReport): string {
  const rows = report.owners.flatMap(({ owner, items }) =>
    items.flatMap(({ node, columns, distance, quality }) =>
      (columns ?? [undefined]).map(column => [
        owner ?? '',
        ...[node.type, node.namespace, node.name, node.entityRef ?? ''],
        column?.name ?? '',
        (column?.transformations ?? [])
          .map(({ type, subtype }) => [type, subtype].filter(Boolean).join('/'))
          .join(' '),
        String(distance),
        quality.join(' '),
      ]),
    ),
  );
  return [HEAD, ...rows].map(csvRow).join('');
}
