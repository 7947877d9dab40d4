import { flinkSqlDialect } from './flinkSqlExtensions';

function words(text: string): Array<[string, string]> {
  const found: Array<[string, string]> = [];
  flinkSqlDialect.language.parser.parse(text).iterate({
    enter: ({ name, from, to }) => {
      if (to - from < 20 && !['Script', 'Statement', 'Parens'].includes(name)) {
        found.push([name, text.slice(from, to)]);
      }
    },
  });
  return found;
}

describe('flinkSqlExtensions', () => {
  it.each([
    ['WATERMARK', 'Keyword'],
    ['MATCH_RECOGNIZE', 'Keyword'],
    ['TUMBLE', 'Keyword'],
    ['TIMESTAMP_LTZ', 'Type'],
    ['MULTISET', 'Type'],
    ['`a b`', 'QuotedIdentifier'],
    ["'text'", 'String'],
  ])('know that %s is a %s', (text, kind) => {
    expect(words(text)).toContainEqual([kind, text]);
  });
});
