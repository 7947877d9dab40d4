import { readInsert } from './readInsert';
import { readSelect } from './readSelect';

const items = (sql: string) =>
  readSelect(sql).query?.items.map(item =>
    item.star
      ? `${[...item.qualifier, '*'].join('.')}`
      : `${item.name} = ${item.columns
          .map(
            one =>
              one.parts.join('.') +
              (one.decides ? '?' : '') +
              (one.aggregated ? '+' : ''),
          )
          .join(' ')}`,
  );
const tables = (sql: string) =>
  readSelect(sql).query?.tables.map(
    ({ path, alias }) => `${path.join('.')}${alias ? ` ${alias}` : ''}`,
  );
const deciding = (sql: string) =>
  readSelect(sql).query?.deciding.map(
    ({ parts, subtype }) => `${subtype} ${parts.join('.')}`,
  );

describe('readSelect', () => {
  it.each([
    [
      'select a, t.b, c as d, e f from t',
      ['a = a', 'b = t.b', 'd = c', 'f = e'],
    ],
    ['select *, t.* from t', ['*', 't.*']],
    ['SELECT DISTINCT `a b`, "c" FROM t;', ['a b = a b', 'c = c']],
    ['select [a b] x from t', ['x = a b']],
    [
      "select concat(a, 'b', c) x, 'y' y, 1 z, null n from t",
      ['x = a c', 'y = ', 'z = ', 'n = '],
    ],
    [
      'select cast(a as decimal(10, 2)) x, b::varchar as y from t',
      ['x = a', 'y = b'],
    ],
    ['select count(*) n, sum(a) + b s from t', ['n = ', 's = a+ b']],
    ['select case when a > 1 then b else c end v from t', ['v = a? b c']],
    [
      'select case a when 1 then case when b then c end end v from t',
      ['v = a? b? c'],
    ],
    [
      "select date '2026-01-01' d, extract(year from ts) y, interval '1' day i from t",
      ['d = ', 'y = ts', 'i = '],
    ],
    [
      'select date, year, time as t2 from t',
      ['date = date', 'year = year', 't2 = time'],
    ],
    [
      "select a -- , b\n, /* c */ d, ' -- e' as e from t",
      ['a = a', 'd = d', 'e = '],
    ],
    ['select row.field.inner x from t', ['x = row.field.inner']],
    ['select a + 1 from t', ['a + 1 = a']],
    ['select (a) x, ((t.b)) from t', ['x = a', 'b = t.b']],
    ["select a from t where b = ${x} and c = '${y}'", ['a = a']],
    ['select 名字 as 名 from 表', ['名 = 名字']],
  ])('%s', (sql, expected) => {
    expect(items(sql)).toEqual(expected);
  });

  it.each([
    ['select 1 from a.b.c', ['a.b.c']],
    ['select 1 from a x, b as y', ['a x', 'b y']],
    [
      'select 1 from a left outer join b on a.i = b.i join c using (i)',
      ['a', 'b', 'c'],
    ],
    ['select 1 from `my db`."t"', ['my db.t']],
  ])('finds the tables of %s', (sql, expected) => {
    expect(tables(sql)).toEqual(expected);
  });

  it('finds what decides about rows', () => {
    expect(
      deciding(
        'select a from t join u on t.i = u.j where b > 1 group by c having max(d) > 1 order by e desc limit 5',
      ),
    ).toEqual([
      'JOIN t.i',
      'JOIN u.j',
      'FILTER b',
      'GROUP_BY c',
      'FILTER d',
      'SORT e',
    ]);
  });

  it('reads LATERAL VIEW', () => {
    const { query } = readSelect(
      "select * from t lateral view explode(split(a, ',')) as x lateral view outer explode(b) as y where x = 1",
    );
    expect(
      query?.exploded.map(({ name, columns }) => [
        name,
        columns.map(one => one.parts.join('.')),
      ]),
    ).toEqual([
      ['x', ['a']],
      ['y', ['b']],
    ]);
  });

  it.each([
    ['', 'it does not begin with SELECT'],
    ['update t set a = 1', 'it does not begin with SELECT'],
    ['with x as (select 1) select * from x', 'it does not begin with SELECT'],
    ['select a from (select a from t) x', 'it holds a query in a query'],
    ['select a from t union select b from u', 'it holds a query in a query'],
    [
      'select a from t where b in (select c from u)',
      'it holds a query in a query',
    ],
    ['select from t', 'its list of columns is not complete'],
    ['select a, from t', 'its list of columns is not complete'],
    ['select a from unnest(x)', 'what it selects from is no table'],
    ['select a into b from t', 'it uses INTO'],
  ])('says why it does not understand %j', (sql, why) => {
    expect(readSelect(sql).why).toBe(why);
  });
});

describe('readInsert', () => {
  it.each([
    [
      'insert into t (a, b) values (?, ?)',
      {
        path: ['t'],
        columns: ['a', 'b'],
        values: [{ position: 0 }, { position: 1 }],
      },
    ],
    [
      'INSERT INTO a.`b` VALUES (:x, now())',
      { path: ['a', 'b'], values: [{ name: 'x' }, undefined] },
    ],
    [
      "replace into t(a, b, c) values (?, 'x', cast(? as int));",
      {
        path: ['t'],
        columns: ['a', 'b', 'c'],
        values: [{ position: 0 }, undefined, { position: 1 }],
      },
    ],
    [
      'insert ignore into t(a) values (?) on duplicate key update a = ?',
      { path: ['t'], columns: ['a'], values: [{ position: 0 }] },
    ],
    [
      'insert into "S"."T" ("A") values (?)',
      { path: ['S', 'T'], columns: ['A'], values: [{ position: 0 }] },
    ],
  ])('%s', (sql, expected) => {
    expect(readInsert(sql)).toEqual(expected);
  });

  it.each([
    '',
    'update t set a = ?',
    'delete from t where a = ?',
    'insert into t select * from u',
    'merge into t using u',
    'insert into',
  ])('is not for %j', sql => {
    expect(readInsert(sql)).toBeUndefined();
  });
});
