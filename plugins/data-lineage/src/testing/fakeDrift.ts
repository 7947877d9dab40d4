import { DriftItem } from '@datalark/backstage-plugin-data-lineage-common';
import { SHOP, TIMES } from './shopGraph';

/** One disagreement of every kind, around the shop. */
export function fakeDrift(): DriftItem[] {
  const item = (
    kind: DriftItem['kind'],
    from: DriftItem['from'],
    to: DriftItem['to'],
    known: DriftItem['known'],
  ): DriftItem => ({
    id: `${kind}-${from.title}`,
    kind,
    from,
    to,
    known,
    since: TIMES.change,
    edge: {
      from: from.id,
      to: to.id,
      origins: [known],
      firstSeenAt: TIMES.first,
      lastSeenAt: TIMES.last,
    },
  });
  return [
    item('observed-not-declared', SHOP.enriched, SHOP.load, 'observed'),
    item('declared-not-observed', SHOP.revenueTable, SHOP.report, 'declared'),
    item('inferred-not-observed', SHOP.customers, SHOP.enrich, 'inferred'),
    item('observed-not-inferred', SHOP.ordersTable, SHOP.report, 'observed'),
  ];
}
