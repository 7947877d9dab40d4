import { ChangePreview } from '@datalark/backstage-plugin-data-lineage-common';
import { SHOP, shopGraph, TIMES } from './shopGraph';

/** A change of the job `enrich-orders`: it reads the rate, and no longer writes `country`. */
export function fakePreview(): ChangePreview {
  const { enrich, enriched, ordersTopic, customers, legacy, revenueTable } =
    SHOP;
  const nodes = [ordersTopic, customers, legacy, enrich, enriched];
  const base = {
    origins: ['inferred' as const],
    firstSeenAt: TIMES.first,
    lastSeenAt: TIMES.last,
  };
  const removed = shopGraph()
    .links.filter(
      link => link.to.node === enriched.id && link.to.column === 'country',
    )
    .map(link => ({ ...link, change: 'removed' as const }));
  const added = [
    {
      from: { node: legacy.id, column: 'code' },
      to: { node: enriched.id, column: 'currency' },
      job: enrich.id,
      transformations: [{ type: 'DIRECT' as const, subtype: 'IDENTITY' }],
      origins: ['inferred' as const],
      change: 'added' as const,
    },
  ];
  return {
    graph: {
      roots: [enrich.id],
      nodes,
      edges: [
        { ...base, from: ordersTopic.id, to: enrich.id, change: 'kept' },
        { ...base, from: customers.id, to: enrich.id, change: 'removed' },
        { ...base, from: legacy.id, to: enrich.id, change: 'added' },
        { ...base, from: enrich.id, to: enriched.id, change: 'kept' },
      ],
      columnLinks: [...added, ...removed],
      asOf: TIMES.last,
    },
    added,
    removed,
    problems: [
      {
        severity: 'warning',
        message: 'The columns of crm.country_map are not known.',
        span: { start: { line: 7, column: 6 }, end: { line: 7, column: 21 } },
      },
    ],
    impact: [
      {
        start: { node: enriched, columns: ['country'] },
        owners: [
          {
            owner: 'group:default/analytics',
            items: [
              {
                node: revenueTable,
                distance: 2,
                columns: [
                  {
                    name: 'country',
                    transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }],
                  },
                ],
                quality: ['quality:default/revenue'],
              },
            ],
          },
        ],
        hidden: 1,
        asOf: TIMES.last,
      },
    ],
    review: {
      required: true,
      reasons: ['The column country vanishes and others read it.'],
      approvers: ['group:default/analytics'],
    },
  };
}
