import fc from 'fast-check';
import type { JobConfig, PluginBlock } from '../model/JobConfig';
import type { JsonObject, JsonValue } from '../model/JsonValue';

const LINKS = [
  'plugin_name',
  'plugin_input',
  'plugin_output',
  'source_table_name',
  'result_table_name',
  '__proto__',
];

const key = fc
  .oneof(
    fc.stringMatching(/^[a-z][a-z0-9_.-]{0,12}$/),
    fc.string({ maxLength: 8 }),
    fc.constantFrom('include', 'a b', '"', 'é', '1', 'true', 'a//b', '$x'),
  )
  .filter(name => !LINKS.includes(name));

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    ' ',
    'true',
    '007',
    '9223372036854775807',
    'a\nb',
    '"',
    '"""',
    'ends with "',
    'a\n"',
    '\n"""\n',
    '${x}',
    '# no comment',
    '\\',
    '\r\n',
  ),
);

/** Numbers that the reader keeps as numbers: whole ones only while they are exact. */
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter(value => !Number.isInteger(value)),
);

const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    number.map(n => (Object.is(n, -0) ? 0 : n)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

const options: fc.Arbitrary<JsonObject> = fc.dictionary(key, value, {
  maxKeys: 6,
  noNullPrototype: true,
});

// The reader refuses __proto__ wherever a name may stand.
const name = text.filter(given => given !== '' && given !== '__proto__');

const block: fc.Arbitrary<PluginBlock> = fc
  .record({
    plugin: name,
    options,
    inputs: fc.array(name, { maxLength: 3 }),
    output: fc.option(name, { nil: undefined }),
  })
  .map(({ output, ...rest }) =>
    output === undefined ? rest : { ...rest, output },
  );

/** Any job that can be written down. */
export const arbitraryJob: fc.Arbitrary<JobConfig> = fc.record({
  env: options,
  sources: fc.array(block, { maxLength: 3 }),
  transforms: fc.array(block, { maxLength: 3 }),
  sinks: fc.array(block, { maxLength: 3 }),
});
