import { shopGraph, SHOP } from '../testing';
import { orderedLinks } from './orderedLinks';

describe('orderedLinks', () => {
  it('tells the hops of a path, nearest first', () => {
    const { before, after } = orderedLinks(shopGraph().links, {
      node: SHOP.enriched.id,
      column: 'amount_eur',
    });
    expect(before.map(({ from }) => [from.node, from.column])).toEqual([
      [SHOP.ordersTopic.id, 'amount'],
      [SHOP.ordersTopic.id, 'customer_id'],
      [SHOP.ordersTopic.id, 'amount'],
      [SHOP.orders.id, 'customer_id'],
      [SHOP.orders.id, 'amount'],
    ]);
    expect(after.map(({ to }) => [to.node, to.column])).toEqual([
      [SHOP.revenueTable.id, 'revenue'],
      [SHOP.ordersTable.id, 'amount_eur'],
      [SHOP.reportTable.id, 'revenue'],
    ]);
  });
});
