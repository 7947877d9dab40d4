import { readJson } from './ZetaHttp';

describe('readJson', () => {
  it('keeps integers that a number cannot hold as text', () => {
    expect(readJson('{"id": 9223372036854775807, "n": 3, "q": 12.5}')).toEqual({
      id: '9223372036854775807',
      n: 3,
      q: 12.5,
    });
    expect(readJson('[9007199254740993, 9007199254740991]')).toEqual([
      '9007199254740993',
      9007199254740991,
    ]);
  });

  it.each(['', '  ', '<html></html>', '{"a": ', 'null?'])(
    'takes %p for no answer',
    text => {
      expect(readJson(text)).toBeUndefined();
    },
  );
});
