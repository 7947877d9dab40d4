import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { messages } from './en';
import { flattenMessages } from './flattenMessages';
import zh from './zh';

const english = flattenMessages(messages);
const keys = Object.keys(english) as Array<keyof typeof english>;
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort();

function sources(folder: string): string {
  return readdirSync(folder)
    .map(name => join(folder, name))
    .filter(path => !/translations|\.test\.|testing|__testUtils__/.test(path))
    .map(path =>
      statSync(path).isDirectory() ? sources(path) : readFileSync(path, 'utf8'),
    )
    .join('\n');
}

describe('translations', () => {
  it('has every text in Chinese and no other', () => {
    expect(Object.keys(zh).sort()).toEqual([...keys].sort());
  });

  it.each(keys)('says %s in Chinese with the same placeholders', key => {
    expect(zh[key].trim()).not.toBe('');
    expect(placeholders(zh[key])).toEqual(placeholders(english[key]));
  });

  it('translates: nothing stays as it is', () => {
    expect(keys.filter(key => zh[key] === english[key])).toEqual([]);
  });

  it('has no text that nothing shows', () => {
    const code = sources(join(__dirname, '..'));
    const patterns = [...code.matchAll(/[`'"]([a-z]\w*\.[^`'"\s]+)[`'"]/g)]
      .map(match => match[1].replace(/[.]/g, '\\.'))
      .map(text => new RegExp(`^${text.replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`));
    const unused = keys
      .map(key => key.replace(/_(one|other)$/, ''))
      .filter(key => !patterns.some(pattern => pattern.test(key)));
    expect(unused).toEqual([]);
  });
});
