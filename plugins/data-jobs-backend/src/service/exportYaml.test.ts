import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parseEntityYaml } from '@backstage/plugin-catalog-node';
import { JobSpec } from '@datalark/backstage-plugin-data-jobs-common';
import { parse } from 'yaml';
import { exportedYaml } from './exportedYaml';

const EXAMPLES = join(__dirname, '../../../../examples/jobs');

// As the catalog reads a file: all documents of it.
function readBack(yaml: string) {
  const results = [
    ...parseEntityYaml(Buffer.from(yaml, 'utf8'), {
      type: 'url',
      target: 'https://git/catalog-info.yaml',
    }),
  ];
  expect(results).toHaveLength(1);
  const [result] = results as any[];
  expect(result.type).toBe('entity');
  return result.entity;
}

const job = (spec: object, more: object = {}) => ({
  name: 'orders',
  namespace: 'default',
  spec: spec as JobSpec,
  ...more,
});
const withSql = (sql: string) =>
  job({
    type: 'flink-sql',
    lifecycle: 'production',
    owner: 'group:default/shop',
    engine: 'flink',
    definition: { sql },
  });

describe('a job as YAML for Git', () => {
  const names = readdirSync(EXAMPLES);

  it('has examples', () => expect(names.length).toBeGreaterThan(9));

  it.each(names)('is read back as it was: %s', name => {
    const file = (path: string) =>
      readFileSync(join(EXAMPLES, name, path), 'utf8');
    const entity = parse(file('catalog-info.yaml'));
    const spec = JSON.parse(JSON.stringify(entity.spec), (_key, value) =>
      value && typeof value === 'object' && '$text' in value
        ? file(value.$text)
        : value,
    );
    const { title, description } = entity.metadata;
    const read = readBack(
      exportedYaml(job(spec, { name, title, description })),
    );
    expect(read.spec).toEqual(spec);
    expect(read.metadata).toEqual({
      name,
      namespace: 'default',
      title,
      description,
    });
  });

  it.each([
    'SELECT 1',
    'SELECT 1\n',
    '\nSELECT 1\n\n\n',
    '  indented\n\tand tabbed\n',
    'trailing space \nand more  \n',
    'windows\r\nlines\r\n',
    'quotes \' " ` and \\ and \\n',
    'variables ${TOPIC} ${secret:db} $${x} #{y} {{ z }}',
    'documents\n---\nSELECT 2;\n...\n',
    '---',
    '--- a comment that begins like a document\nSELECT 1;',
    'a: b\n- c\n# d\n? e\n! f\n& g\n* h\n| i\n> j\n%k\n@l',
    'unicode 订单 ñ 😀 \u0085 \u2028 \u2029 \u00a0 \ufeff end',
    'control \u0001 \u007f \u001b[0m',
    'null',
    'true',
    '~',
    '1e3',
    '0x1f',
    '2026-11-21',
    'yes',
    '$text: ./not-a-file',
    `long ${'word '.repeat(400)}`,
    `wide ${'x'.repeat(5000)}`,
    ' ',
  ])('is read back as it was: %j', sql => {
    expect(readBack(exportedYaml(withSql(sql))).spec.definition.sql).toBe(sql);
  });

  it('is read back as it was: a thousand texts made of what YAML minds', () => {
    const parts = [
      ...'\n\r\t :#-?!&*|>%@`\'"{}[],$\\~=<a0é订'.split(''),
      '---',
      '${A}',
      ': ',
      ' #',
      '\n\n',
      '\n  ',
      '\u0085',
    ];
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let i = 0; i < 1000; i += 1) {
      const text = Array.from(
        { length: 1 + random(24) },
        () => parts[random(parts.length)],
      ).join('');
      expect(readBack(exportedYaml(withSql(text))).spec.definition.sql).toBe(
        text,
      );
    }
  });

  it('keeps objects, numbers and flags', () => {
    const spec = {
      ...withSql('SELECT 1').spec,
      configuration: { a: '1', b: 1, c: true, d: 'true', 'e.f': '' },
      definition: { config: { source: [{ 'row.num': 16 }], empty: {} } },
    };
    const read = readBack(exportedYaml(job(spec)));
    expect(read.spec).toEqual(spec);
  });
});
