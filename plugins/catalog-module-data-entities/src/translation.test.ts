import { messages } from './translations/en';
import zh from './translations/zh';

type Nested = { [key: string]: string | Nested };

const flat = (nested: Nested, prefix = ''): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(nested).map(([key, value]) =>
      typeof value === 'string'
        ? { [prefix + key]: value }
        : flat(value, `${prefix}${key}.`),
    ),
  );

const variables = (text: string) => text.match(/\{\{\w+\}\}/g)?.sort() ?? [];

describe('translations', () => {
  const english = flat(messages as Nested);
  const chinese: Record<string, string> = zh;

  it('say the same in Chinese', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });

  it('use the same variables', () => {
    for (const [key, text] of Object.entries(english)) {
      expect([key, variables(chinese[key])]).toEqual([key, variables(text)]);
    }
  });
});
