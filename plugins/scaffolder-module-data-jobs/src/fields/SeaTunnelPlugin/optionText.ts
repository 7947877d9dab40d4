import { FormField, JsonValue } from '@datalark/seatunnel-config';

/** An option's value as the text that a field shows. */
export function textOfOption(
  field: Pick<FormField, 'kind'>,
  value: JsonValue | undefined,
): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (field.kind === 'list' && Array.isArray(value)) return value.join('\n');
  return typeof value === 'object'
    ? JSON.stringify(value, null, 2)
    : String(value);
}

/**
 * The value that a text stands for; `undefined` for nothing. What cannot be
 * read stays a text, and the check of the options says what is wrong with it.
 */
export function optionOfText(
  field: Pick<FormField, 'kind'>,
  text: string,
): JsonValue | undefined {
  if (text.trim() === '') return undefined;
  switch (field.kind) {
    case 'number': {
      const number = Number(text);
      return Number.isFinite(number) ? number : text;
    }
    case 'boolean':
      return text === 'true';
    case 'list':
      return text
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '');
    case 'map':
    case 'structure':
      try {
        return JSON.parse(text);
      } catch {
        return text;
      }
    default:
      return text;
  }
}
