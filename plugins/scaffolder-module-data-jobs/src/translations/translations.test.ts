import { messages } from './en';
import chinese from './zh';

function flat(value: object, prefix = ''): Array<[string, string]> {
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'string'
      ? [[`${prefix}${key}`, each] as [string, string]]
      : flat(each, `${prefix}${key}.`),
  );
}
const places = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
const english = flat(messages);

it('says everything in Chinese too', () => {
  expect(Object.keys(chinese).sort()).toEqual(
    english.map(([key]) => key).sort(),
  );
});

it.each(english)('%s keeps its values in Chinese', (key, text) => {
  expect(places((chinese as Record<string, string>)[key])).toEqual(
    places(text),
  );
});
