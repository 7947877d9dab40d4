import { cdcList, cdcMatches, cdcTableOf } from './cdcTables';

const ORDERS = { database: 'shop', table: 'orders' };

describe('selectors of Flink CDC', () => {
  it('are lists with commas, but for those in brackets', () => {
    expect(cdcList('a.b, c.d_[1,2]{1,2},(x,y).z ,')).toEqual([
      'a.b',
      'c.d_[1,2]{1,2}',
      '(x,y).z',
    ]);
  });

  it.each([
    ['shop.orders', true],
    ['shop.ord\\.*', true],
    ['sh\\.p.orders', true],
    ['shop.[a-z]+', true],
    ['a.b, shop.orders', true],
    ['shop.order', false],
    ['shop', false],
    ['shop.public.orders', false],
    ['shop.(', false],
    ['shop.(o+)+r', false],
  ])('%s', (selector, expected) => {
    expect(cdcMatches(selector, ORDERS)).toBe(expected);
  });

  it('name a table only without a pattern', () => {
    expect(cdcTableOf('shop.orders')).toEqual(ORDERS);
    expect(cdcTableOf('shop.sales.orders')).toEqual({
      ...ORDERS,
      schema: 'sales',
    });
    expect(cdcTableOf('shop.\\.*')).toBeUndefined();
    expect(cdcTableOf('shop.order_[0-9]')).toBeUndefined();
  });

  it.each(['(a+)+$', '(a|a)*', 'a*a*a*a*', '(a*)\\1'])(
    'do not match by %s, which could take for ever',
    pattern => {
      const table = { database: 'shop', table: 'aa' };
      expect(cdcMatches(`shop.${pattern}`, table)).toBe(false);
    },
  );

  it('are read once, however deep brackets are', () => {
    expect(cdcList('['.repeat(100_000))).toHaveLength(1);
  });
});
