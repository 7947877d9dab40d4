/**
 * A key of nested texts, with dots.
 *
 * @public
 */
export type MessageKey<T, P extends string = ''> = T extends string
  ? P
  : {
      [K in keyof T & string]: MessageKey<T[K], P extends '' ? K : `${P}.${K}`>;
    }[keyof T & string];

/**
 * The same texts in another language: every key, and no other.
 *
 * @public
 */
export type Translated<T> = T extends string
  ? string
  : { [K in keyof T]: Translated<T[K]> };

/**
 * Turns nested texts into one flat map, as Backstage wants translations.
 * `flattenMessages<typeof english>({…})` refuses a text too few or too many.
 *
 * @public
 */
export function flattenMessages<T extends object>(
  nested: Translated<T>,
): Record<MessageKey<T>, string> {
  const flat: Record<string, string> = {};
  const visit = (value: object, prefix: string) => {
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === 'string') flat[prefix + key] = child;
      else visit(child, `${prefix}${key}.`);
    }
  };
  visit(nested as object, '');
  return flat as Record<MessageKey<T>, string>;
}
