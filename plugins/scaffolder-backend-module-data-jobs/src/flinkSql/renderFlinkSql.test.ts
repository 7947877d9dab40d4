import {
  FlinkTable,
  renderFlinkSql,
  tableOfEntity,
} from '@datalark/backstage-plugin-data-jobs-common';
import { splitStatements } from '@datalark/flink-sql';
import { join } from 'node:path';
import { expectGolden } from '../__testUtils__/golden';
import { exampleEntities } from '../__testUtils__/exampleFiles';

const fixture = (name: string) => join(__dirname, '__fixtures__', name);
const entities = new Map(
  exampleEntities().map(({ entity }) => [
    `${entity.kind.toLowerCase()}:default/${entity.metadata.name}`,
    entity,
  ]),
);
const pair = async (source: string, sink: string) => {
  const options = {
    jobName: 'my-job',
    getEntity: async (ref: string) => entities.get(ref),
  };
  const from = await tableOfEntity(
    { ref: source },
    { ...options, role: 'source' },
  );
  const to = await tableOfEntity({ ref: sink }, { ...options, role: 'sink' });
  return { source: from.table, sink: to.table };
};
const numbers: FlinkTable = {
  name: 'numbers',
  columns: [
    { name: 'id', type: 'BIGINT' },
    { name: 'the `value`', type: 'double' },
  ],
  options: { connector: 'datagen', 'rows-per-second': '1' },
};

describe('renderFlinkSql', () => {
  it.each([
    [
      'topic-to-database.sql',
      'dataset:default/orders-topic',
      'dataset:default/large-orders',
      { where: 'amount > 500' },
    ],
    [
      'database-to-files.sql',
      'dataset:default/shop-customers',
      'dataset:default/customers-by-country',
      {
        select: 'country, id, CAST(created_at AS DATE)',
        where: 'country IS NOT NULL',
      },
    ],
    [
      'files-to-topic.sql',
      'dataset:default/partner-customers',
      'dataset:default/large-orders-topic',
      {
        select:
          'id, name, country, CAST(0 AS DECIMAL(10, 2)), CAST(joined AS TIMESTAMP(3))',
      },
    ],
  ])('writes %s', async (file, source, sink, more) => {
    const sql = renderFlinkSql({ ...(await pair(source, sink)), ...more });
    expectGolden(sql, fixture(file));
    expect(splitStatements(sql).map(({ kind }) => kind)).toEqual([
      'create',
      'create',
      'insert',
    ]);
  });

  it('quotes whatever names and values hold', () => {
    const sql = renderFlinkSql({
      source: {
        ...numbers,
        options: { ...numbers.options, "it's": "a 'quote'; DROP TABLE x" },
      },
      sink: { ...numbers, options: { connector: 'print' } },
    });
    expectGolden(sql, fixture('quoting.sql'));
    expect(splitStatements(sql)).toHaveLength(3);
  });

  it('casts where the types differ', () => {
    const sql = renderFlinkSql({
      source: numbers,
      sink: {
        name: 'out',
        columns: [{ name: 'id', type: 'int4' }],
        options: { connector: 'print' },
      },
    });
    expect(sql).toContain('CAST(`id` AS INT)');
  });

  it('refuses tables without a common column', () => {
    const sink = {
      name: 'out',
      columns: [{ name: 'x', type: 'INT' }],
      options: { connector: 'print' },
    };
    expect(() => renderFlinkSql({ source: numbers, sink })).toThrow(
      '"numbers" has no column called x, which "out" needs. Write the columns as a select list',
    );
  });

  it('refuses a sink whose key nobody fills', () => {
    const sink = {
      name: 'out',
      columns: [
        { name: 'id', type: 'BIGINT' },
        { name: 'day', type: 'DATE', primaryKey: true },
      ],
      options: { connector: 'jdbc' },
    };
    expect(() => renderFlinkSql({ source: numbers, sink })).toThrow(
      'has no column called day',
    );
  });

  it.each([
    ['1 = 1; DROP TABLE x', '";" would end the statement'],
    ['1 = 1) OR (1 = 1', '")" would end the statement'],
    ["name = 'open", 'This string has no end.'],
    ['id > 1 -- and', 'comments do not fit here'],
    ['(id > 1', 'a parenthesis is not closed'],
  ])('refuses the condition %s', (where, message) => {
    expect(() =>
      renderFlinkSql({ source: numbers, sink: numbers, where }),
    ).toThrow(message);
  });

  it('names the column whose type Flink does not have', () => {
    const source = {
      ...numbers,
      columns: [{ name: 'shape', type: 'geometry' }],
    };
    expect(() => renderFlinkSql({ source, sink: numbers })).toThrow(
      'Column "shape" has the type "geometry"',
    );
  });
});
