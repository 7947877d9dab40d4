import { lineageOfEvent } from '@datalark/openlineage';
import { inferFlinkSql } from './inferFlinkSql';
import { InferenceRequest } from './InferenceRequest';

const infer = (sql: string, over: Partial<InferenceRequest> = {}) => {
  const { event, problems } = inferFlinkSql({
    job: { namespace: 'datalark', name: 'j' },
    definition: { type: 'flink-sql', sql },
    eventTime: '2026-11-30T10:00:00Z',
    ...over,
  });
  return { event: event!, lineage: lineageOfEvent(event!), problems };
};
const kafka = (name: string, topics: string) =>
  `CREATE TABLE ${name} (id INT) WITH ('connector' = 'kafka', ${topics}, 'properties.bootstrap.servers' = 'k:9092');`;
const names = (list: { name: string }[] | undefined) =>
  list?.map(({ name }) => name).sort();
const ends = (list: readonly { from: any; to: any }[]) =>
  list
    .map(({ from, to }) =>
      [from, to]
        .map(({ name, field }) => (field ? `${name}.${field}` : name))
        .join(' > '),
    )
    .sort();

describe('inferFlinkSql', () => {
  it('reads every topic of a list', () => {
    const { event, lineage } = infer(
      `${kafka('a', "'topic' = 'x; y'")} ${kafka('b', "'topic' = 'z'")}
       INSERT INTO b SELECT id FROM a WHERE id > 0;`,
    );
    expect(names(event.inputs)).toEqual(['x', 'y']);
    expect(ends(lineage.columnEdges)).toEqual(['x.id > z.id', 'y.id > z.id']);
    expect(lineage.datasetInfluences).toHaveLength(2);
    // The session's name of the table means neither of them.
    expect(event.inputs!.map(({ facets }) => facets?.symlinks)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('says that nobody knows the topics of a pattern', () => {
    const { event, problems } = infer(
      `${kafka('a', "'topic-pattern' = 'orders-.*'")} ${kafka(
        'b',
        "'topic' = 'z'",
      )} INSERT INTO b SELECT id FROM a;`,
    );
    expect(names(event.inputs)).toEqual(['default_catalog.default_database.a']);
    expect(problems).toEqual([
      {
        severity: 'warning',
        message: expect.stringContaining(
          'a reads the topics that match orders-.*',
        ),
      },
    ]);
  });

  it('marks what is only looked up, by whatever tables', () => {
    const tables = `${kafka('a', "'topic' = 'x'").replace(
      'id INT',
      'id INT, pt AS PROCTIME()',
    )} ${kafka('b', "'topic' = 'z'")}
      CREATE TABLE d (id INT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://m:3306/shop', 'table-name' = 'd');
      CREATE TABLE again (id INT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://m:3306/shop', 'table-name' = 'd');
      INSERT INTO b SELECT d.id FROM a JOIN d FOR SYSTEM_TIME AS OF a.pt ON a.id = d.id;`;
    expect(names(infer(tables).lineage.lookups)).toEqual(['shop.d']);
    const both = infer(`${tables} INSERT INTO b SELECT id FROM again;`);
    expect(names(both.event.inputs)).toEqual(['shop.d', 'x']);
    expect(both.lineage.lookups).toBeUndefined();
  });

  describe('of a table that the script does not define', () => {
    const sql = `CREATE CATALOG pg WITH ('type' = 'jdbc', 'base-url' = 'jdbc:postgresql://db:5432', 'default-database' = 'shop', 'username' = 'u', 'password' = 'p');
      ${kafka('b', "'topic' = 'z'").replace('id INT', 'id INT, who STRING')}
      INSERT INTO b SELECT * FROM pg.shop.orders;`;

    it('takes the columns that the catalog has', () => {
      const asked: unknown[] = [];
      const { event, lineage, problems } = infer(sql, {
        columnsOf: name => {
          asked.push(name);
          return [{ name: 'nr', type: 'int' }, { name: 'customer' }];
        },
      });
      expect(asked).toEqual([
        { namespace: 'postgres://db:5432', name: 'shop.public.orders' },
      ]);
      expect(ends(lineage.columnEdges)).toEqual([
        'shop.public.orders.customer > z.who',
        'shop.public.orders.nr > z.id',
      ]);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual(
        [],
      );
      // It is not this definition that says which columns there are.
      expect(event.inputs![0].facets).not.toHaveProperty('schema');
    });

    it('does without where the catalog does not know it', () => {
      const { event, lineage } = infer(sql, { columnsOf: () => undefined });
      expect(names(event.inputs)).toEqual(['shop.public.orders']);
      expect(lineage.columnEdges).toEqual([]);
    });
  });

  it('tells which table gets into which, statement by statement', () => {
    const tables = ['a', 'b', 'c', 'd']
      .map(name => kafka(name, `'topic' = '${name}'`))
      .join('');
    const separate = infer(
      `${tables} INSERT INTO b SELECT id FROM a; INSERT INTO d SELECT id FROM c;`,
    );
    expect(ends(separate.lineage.tableEdges)).toEqual(['a > b', 'c > d']);
    const set = infer(
      `${tables} EXECUTE STATEMENT SET BEGIN INSERT INTO b SELECT id FROM a; INSERT INTO d SELECT id FROM c; END;`,
    );
    expect(ends(set.lineage.tableEdges)).toEqual(['a > b', 'c > d']);
    expect(ends(set.lineage.columnEdges)).toEqual([
      'a.id > b.id',
      'c.id > d.id',
    ]);
    // Of c nobody can say where it goes.
    const open = infer(
      `${tables} EXECUTE STATEMENT SET BEGIN INSERT INTO b SELECT id FROM a; INSERT INTO d SELECT 1 FROM c; END;`,
    );
    expect(open.event.job.facets).not.toHaveProperty('lineage');
  });
});
