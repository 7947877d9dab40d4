import { readJobConfig } from '../read/readJobConfig';
import { edgeRows } from './edgeRows';
import { lineageOfJob } from './lineageOfJob';

const rows = (text: string, known: Record<string, string[]>) =>
  edgeRows(
    lineageOfJob(readJobConfig(text).config!, {
      columnsOf: ({ path }) => known[path.join('.')]?.map(name => ({ name })),
    }),
    ({ path }) => path.join('.'),
  ).map(([, ...row]) => row.join(' '));

const JDBC = 'url = "jdbc:mysql://db/s"';

describe('lineageOfJob with a catalog', () => {
  it('names the columns that the job does not name', () => {
    const text = `source { Jdbc { ${JDBC}, query = "select * from t where a = 1" } }
      transform { Filter { exclude_fields = [b] } }
      sink { Jdbc { ${JDBC}, query = "insert into u (x, y) values (?, ?)" } }`;
    expect(rows(text, { 's.t': ['a', 'b', 'c'] })).toEqual([
      's.t a s.u x DIRECT/IDENTITY',
      's.t c s.u y DIRECT/IDENTITY',
      's.t a s.u * INDIRECT/FILTER',
    ]);
  });

  it('asks for each table of a job that copies many', () => {
    const text = `source { MySQL-CDC { base-url = "jdbc:mysql://db/s", table-names = ["s.t", "s.u"] } }
      sink { Kafka { bootstrap.servers = k, topic = "\${table_name}" } }`;
    expect(rows(text, { 's.t': ['a'] })).toEqual([
      's.t a t a DIRECT/IDENTITY',
      's.u * u * DIRECT/IDENTITY',
    ]);
  });

  it('believes the job where it names columns, and does not guess an order', () => {
    const known = { 's.t': ['a', 'b'] };
    const named = `source { Jdbc { ${JDBC}, query = "select c from t" } } sink { Console {} }`;
    expect(rows(named.replace('} sink', '}\nsink'), known)).toEqual([
      's.t c s.t c DIRECT/IDENTITY',
    ]);
    const mixed = `source { Jdbc { ${JDBC}, query = "select *, a + 1 as d from t" } }\nsink { Console {} }`;
    expect(rows(mixed, known)).toEqual([
      's.t a s.t d DIRECT/TRANSFORMATION',
      's.t * s.t * DIRECT/IDENTITY',
    ]);
  });
});
