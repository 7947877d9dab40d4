import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { flattenMessages } from '../translations/flattenMessages';

/**
 * The Jest cases of a package's texts: all of them in Chinese, with the same
 * placeholders, and none that nothing shows.
 *
 * @public
 */
export function describeTranslations(options: {
  /** As `createTranslationRef` has them. */
  english: object;
  /** By key with dots. */
  chinese: object;
  /** Keys that read the same in both, such as words of an engine; default none. */
  same?: string[];
  /** Where the texts are shown; without it nobody asks whether they are. */
  shown?: {
    /** A folder; tests and translations in it do not count. */
    folder: string;
    /** What finds the keys in the code, as its first group; `${…}` in a key stands for any word. */
    keys: RegExp[];
  };
}) {
  const english: Record<string, string> = flattenMessages(
    options.english as { [key: string]: string },
  );
  const chinese = options.chinese as Record<string, string>;
  const keys = Object.keys(english);

  describe('translations', () => {
    it('has every text in Chinese and no other', () => {
      expect(Object.keys(chinese).sort()).toEqual([...keys].sort());
    });

    it.each(keys)('says %s in Chinese with the same placeholders', key => {
      expect(chinese[key].trim()).not.toBe('');
      expect(placeholders(chinese[key])).toEqual(placeholders(english[key]));
    });

    it('translates: only what is said to stays as it is', () => {
      expect(keys.filter(key => chinese[key] === english[key])).toEqual(
        options.same ?? [],
      );
    });

    const { shown } = options;
    if (shown) {
      it('has no text that nothing shows', () => {
        const code = sources(shown.folder);
        const patterns = shown.keys
          .flatMap(pattern => [...code.matchAll(pattern)])
          .map(match => match[1].replace(/[.]/g, '\\.'))
          .map(
            key => new RegExp(`^${key.replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
          );
        const unused = keys
          .map(key => key.replace(/_(one|other)$/, ''))
          .filter(key => !patterns.some(pattern => pattern.test(key)));
        expect(unused).toEqual([]);
      });
    }
  });
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort();
}

function sources(folder: string): string {
  return readdirSync(folder)
    .map(name => join(folder, name))
    .filter(path => !/translations|\.test\.|testing|__testUtils__/.test(path))
    .map(path =>
      statSync(path).isDirectory() ? sources(path) : readFileSync(path, 'utf8'),
    )
    .join('\n');
}
