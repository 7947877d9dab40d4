import { FormField, JsonValue } from '@datalark/seatunnel-config';
import { optionOfText, textOfOption } from './optionText';

describe('optionText', () => {
  it.each<[FormField['kind'], string, JsonValue]>([
    ['text', 'a b', 'a b'],
    ['number', '12', 12],
    ['boolean', 'false', false],
    ['choice', 'APPEND_DATA', 'APPEND_DATA'],
    ['list', 'a\nb', ['a', 'b']],
    ['map', '{\n  "a": "b"\n}', { a: 'b' }],
    ['structure', '[\n  1\n]', [1]],
    ['secret', '${secret:x}', '${secret:x}'],
  ])('reads and writes a %s', (kind, text, value) => {
    expect(optionOfText({ kind }, text)).toEqual(value);
    expect(textOfOption({ kind }, value)).toBe(text);
  });

  it('leaves what cannot be read to the check of the options', () => {
    expect(optionOfText({ kind: 'number' }, '1x')).toBe('1x');
    expect(optionOfText({ kind: 'map' }, '{')).toBe('{');
  });

  it('takes an empty text for nothing', () => {
    expect(optionOfText({ kind: 'text' }, ' ')).toBeUndefined();
    expect(textOfOption({ kind: 'list' }, undefined)).toBe('');
  });
});
