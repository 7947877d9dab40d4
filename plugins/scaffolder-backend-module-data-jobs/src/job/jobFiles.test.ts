import { join } from 'node:path';
import { parse } from 'yaml';
import { expectGolden } from '../__testUtils__/golden';
import { composeJob } from './composeJob';
import { filesAsMarkdown, jobFiles } from './jobFiles';

const fixture = (name: string) => join(__dirname, '__fixtures__', name);
const input = {
  name: 'orders',
  title: '',
  description: 'Copies orders',
  spec: {
    type: 'flink-sql',
    lifecycle: 'experimental',
    owner: 'group:default/data-platform',
    system: '',
    engine: 'local-flink',
    reads: [],
    configuration: {},
    definition: { sql: 'INSERT INTO a\nSELECT * FROM b;' },
  },
};

describe('composeJob', () => {
  it('leaves out what nobody filled in', () => {
    const { job, entityRef } = composeJob(input);
    expect(entityRef).toBe('datajob:default/orders');
    expect(job).toEqual({
      name: 'orders',
      namespace: 'default',
      description: 'Copies orders',
      spec: {
        type: 'flink-sql',
        lifecycle: 'experimental',
        owner: 'group:default/data-platform',
        engine: 'local-flink',
        definition: { sql: 'INSERT INTO a\nSELECT * FROM b;' },
      },
    });
  });

  it('names field, value and remedy of what is wrong', () => {
    expect(() =>
      composeJob({ ...input, spec: { ...input.spec, parallelism: 0 } }),
    ).toThrow(/spec\.parallelism: 0 .*whole number/);
  });
});

describe('jobFiles', () => {
  it('gives the SQL a file of its own', () => {
    const files = jobFiles(composeJob(input).entity);
    expect(files.map(({ path }) => path)).toEqual([
      'catalog-info.yaml',
      'job.sql',
      'README.md',
    ]);
    const [entity, sql, readme] = files.map(({ content }) => content);
    expectGolden(entity, fixture('catalog-info.yaml'));
    expect(parse(entity).spec.definition.sql).toEqual({ $text: './job.sql' });
    expect(sql).toBe('INSERT INTO a\nSELECT * FROM b;\n');
    expectGolden(readme, fixture('readme.md'));
  });

  it('names the file of a SeaTunnel job after its format', () => {
    const paths = (definition: object) =>
      jobFiles(
        composeJob({
          ...input,
          spec: { ...input.spec, type: 'seatunnel', definition },
        }).entity,
      ).map(({ path }) => path);
    expect(paths({ config: 'env {}' })).toContain('job.conf');
    expect(paths({ config: '{}', format: 'json' })).toContain('job.json');
    expect(paths({ config: { env: {} } })).toEqual([
      'catalog-info.yaml',
      'README.md',
    ]);
  });

  it('shows files as Markdown', () => {
    expect(filesAsMarkdown([{ path: 'a.sql', content: 'SELECT 1;\n' }])).toBe(
      '**a.sql**\n\n```sql\nSELECT 1;\n```\n',
    );
  });
});
