import { JobSpec } from '@datalark/backstage-plugin-data-jobs-common';
import { definitionText, withDefinitionText } from './definitionText';

const spec = (definition: object) =>
  ({
    type: 'any',
    lifecycle: 'production',
    owner: 'group:default/a',
    engine: 'e',
    definition,
  } as unknown as JobSpec);

describe('definitionText', () => {
  it.each([
    [{ sql: 'SELECT 1' }, 'flink-sql', 'SELECT 1'],
    [{ config: 'env {}', format: 'hocon' }, 'hocon', 'env {}'],
    [{ config: '{}', format: 'json' }, 'json', '{}'],
    [{ config: { env: {} } }, 'json', '{\n  "env": {}\n}'],
    [{ pipeline: 'source:' }, 'yaml', 'source:'],
    [{ jar: 'jar:a.jar' }, 'json', '{\n  "jar": "jar:a.jar"\n}'],
  ])('reads %j as %s', (definition, language, text) => {
    expect(definitionText(spec(definition))).toMatchObject({ language, text });
  });

  it('leaves the definition out of the settings', () => {
    expect(
      JSON.parse(definitionText(spec({ sql: 'SELECT 1' })).settings),
    ).toEqual({
      type: 'any',
      lifecycle: 'production',
      owner: 'group:default/a',
      engine: 'e',
    });
  });
});

describe('withDefinitionText', () => {
  it.each([
    [{ sql: 'a' }, 'b', { sql: 'b' }],
    [{ config: 'a', format: 'hocon' }, 'b', { config: 'b', format: 'hocon' }],
    [{ config: { a: 1 } }, '{"a":2}', { config: { a: 2 } }],
    [{ jar: 'a' }, '{"jar":"b"}', { jar: 'b' }],
  ])('puts a text into %j', (before, text, after) => {
    expect(withDefinitionText(spec(before), text)).toEqual(spec(after));
  });

  it('refuses what has to be JSON and is not', () => {
    expect(() => withDefinitionText(spec({ jar: 'a' }), '{')).toThrow(
      SyntaxError,
    );
  });
});
