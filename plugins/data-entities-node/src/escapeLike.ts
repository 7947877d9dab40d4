/**
 * The character that makes the next one literal in our LIKE patterns.
 *
 * @public
 */
export const LIKE_ESCAPE = '\\';

/**
 * Text as it stands, for use inside a LIKE pattern with `ESCAPE '\'`.
 *
 * @public
 */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
