import { messages } from './en';

type Flat<T, P extends string = ''> = T extends string
  ? P
  : {
      [K in keyof T & string]: Flat<T[K], P extends '' ? K : `${P}.${K}`>;
    }[keyof T & string];

/** A key of a text, with dots. */
export type MessageKey = Flat<typeof messages>;

/** The same texts in another language: every key, and no other. */
export type Translated<T> = T extends string
  ? string
  : { [K in keyof T]: Translated<T[K]> };

/** Turns nested texts into one flat map, as Backstage wants translations. */
export function flattenMessages(
  nested: Translated<typeof messages>,
): Record<MessageKey, string> {
  const flat: Record<string, string> = {};
  const visit = (value: object, prefix: string) => {
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === 'string') flat[prefix + key] = child;
      else visit(child, `${prefix}${key}.`);
    }
  };
  visit(nested, '');
  return flat;
}
