import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedTopics } from './seedTopics';
import { temporaryFolder } from './testing/temporaryFolder';

const dir = temporaryFolder();
const write = (text: string) => writeFileSync(join(dir, 'topics.txt'), text);

it('takes one topic per line', () => {
  expect(seedTopics(undefined)).toEqual([]);
  expect(seedTopics(dir)).toEqual([]);
  write('# of the shop\nshop.orders\r\n\n  shop_orders-2 # copied\n');
  expect(seedTopics(dir)).toEqual(['shop.orders', 'shop_orders-2']);
});

it('says which line names no topic', () => {
  write('shop.orders\nshop orders\n');
  expect(() => seedTopics(dir)).toThrow(
    `${join(
      dir,
      'topics.txt',
    )} has "shop orders", which is no name of a topic.`,
  );
});
