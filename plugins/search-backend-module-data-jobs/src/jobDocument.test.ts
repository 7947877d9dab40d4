import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { jobDocument } from './jobDocument';

const JOBS = join(__dirname, '../../../examples/jobs');

/** An example as the catalog has it, `$text` put in. */
function example(name: string): Entity {
  const file = readFileSync(join(JOBS, name, 'catalog-info.yaml'), 'utf8');
  return parse(file, (_key, value) =>
    value && typeof value === 'object' && '$text' in value
      ? readFileSync(join(JOBS, name, String(value.$text)), 'utf8')
      : value,
  );
}

function job(type: string, definition: object): Entity {
  return {
    apiVersion: 'datalark.io/v1alpha1',
    kind: 'DataJob',
    metadata: { name: 'job' },
    spec: { type, owner: 'guests', engine: 'flink', definition } as any,
  };
}

describe('jobDocument', () => {
  it('reads tables and connectors of Flink SQL', () => {
    expect(jobDocument(example('order-routing'))).toMatchObject({
      title: 'Order routing',
      location: '/catalog/default/datajob/order-routing',
      authorization: { resourceRef: 'datajob:default/order-routing' },
      connectors: 'kafka, jdbc',
      tables:
        'orders, shop.orders, customers, large_orders_topic, shop.orders.large, large_orders',
      jobType: 'flink-sql',
      engine: 'local-flink',
      lifecycle: 'production',
      system: 'system:default/shop',
    });
  });

  it('reads tables and plugins of SeaTunnel', () => {
    const document = jobDocument(example('shop-to-warehouse'));
    expect(document.connectors).toBe('Jdbc');
    expect(document.tables.split(', ')).toEqual(
      expect.arrayContaining(['customers', 'products', 'public.customers']),
    );
  });

  it('understands every example and holds no credential of any', () => {
    for (const name of readdirSync(JOBS)) {
      const document = jobDocument(example(name));
      expect(document.title).not.toBe('');
      expect(document.text).not.toContain('${secret:');
      // A jar tells nothing of what it connects to.
      expect({ name, isKnown: document.connectors !== '' }).toEqual({
        name,
        isKnown: name !== 'running-totals',
      });
    }
  });

  it('takes no function, column or common table for a table', () => {
    const sql = `
      CREATE TABLE \`my db\`.\`a\`\`b\` (id INT) WITH ('connector' = 'datagen');
      EXECUTE STATEMENT SET BEGIN
      INSERT INTO sink (id) WITH early AS (SELECT id FROM src)
        SELECT EXTRACT(YEAR FROM ts) FROM early
        JOIN other.things FOR SYSTEM_TIME AS OF early.p ON TRUE, UNNEST(x);
      INSERT INTO second SELECT * FROM TABLE(TUMBLE(TABLE src, DESCRIPTOR(ts), INTERVAL '1' MINUTE));
      END;`;
    expect(jobDocument(job('flink-sql', { sql })).tables).toBe(
      'my db.a`b, sink, src, other.things, second',
    );
  });

  it.each<[string, string, object]>([
    [
      'an option of Flink SQL',
      'flink-sql',
      {
        sql: `CREATE TABLE t (a INT) WITH ('password' = 'geheim-1', 'x' = 'y')`,
      },
    ],
    [
      'an address',
      'flink-sql',
      { sql: `SET 'url' = 'http://ann:geheim-1@host/db'` },
    ],
    [
      'the query of an address',
      'flink-sql',
      { sql: `SET 'url' = 'jdbc:mysql://h/db?user=ann&password=geheim-1'` },
    ],
    [
      'an option of SeaTunnel',
      'seatunnel',
      { config: 'source { Jdbc { password = "geheim-1", table = t } }' },
    ],
    [
      'an argument',
      'flink-jar',
      {
        jar: 'file:/a.jar',
        args: ['--password', 'geheim-1', '--token=geheim-1'],
      },
    ],
    [
      'a pipeline',
      'flink-cdc',
      { pipeline: 'source:\n  type: mysql\n  password: geheim-1\n' },
    ],
  ])('leaves out a credential in %s', (_where, type, definition) => {
    expect(JSON.stringify(jobDocument(job(type, definition)))).not.toContain(
      'geheim',
    );
  });

  it('reads a pipeline of Flink CDC, and bears what it does not know', () => {
    const pipeline =
      'source:\n  type: mysql\n  tables: shop.orders, shop.items\nsink:\n  type: doris\n';
    expect(jobDocument(job('flink-cdc', { pipeline }))).toMatchObject({
      tables: 'shop.orders, shop.items',
      connectors: 'mysql, doris',
    });
    expect(jobDocument(job('seatunnel', { config: 'source {' })).text).toBe('');
    expect(jobDocument(job('spark', { any: 'thing' })).connectors).toBe('');
  });
});
