import type { Transformation } from '../events/JobEventParts';
import { isObject } from '../validate/checkSchema';

/** Transformations as they are reported, in the words that they should have. */
export function readTransformations(value: unknown): Transformation[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map(one => {
    const type =
      String(one.type).toUpperCase() === 'INDIRECT' ? 'INDIRECT' : 'DIRECT';
    return {
      type,
      ...(typeof one.subtype === 'string' &&
        one.subtype !== '' && { subtype: one.subtype.toUpperCase() }),
      ...(typeof one.description === 'string' &&
        one.description !== '' && { description: one.description }),
      ...(one.masking === true && { masking: true }),
      ...(isSpan(one.span) && { span: one.span }),
    };
  });
}

function isSpan(value: unknown): value is NonNullable<Transformation['span']> {
  return isObject(value) && isPlace(value.start) && isPlace(value.end);
}

function isPlace(value: unknown): boolean {
  return (
    isObject(value) &&
    Number.isInteger(value.line) &&
    Number.isInteger(value.column)
  );
}

/**
 * The old form: one word for a column. IDENTITY and MASKED are the
 * specification's; other words are kept as a description.
 */
export function readOldTransformation(
  type: unknown,
  description: unknown,
): Transformation[] {
  const word = typeof type === 'string' ? type.trim().toUpperCase() : '';
  const text =
    typeof description === 'string' && description !== ''
      ? description
      : undefined;
  const said = text === undefined ? {} : { description: text };
  switch (word) {
    case '':
      return text === undefined ? [] : [{ type: 'DIRECT', ...said }];
    case 'IDENTITY':
    case 'TRANSFORMATION':
    case 'AGGREGATION':
      return [{ type: 'DIRECT', subtype: word, ...said }];
    case 'MASKED':
      return [
        { type: 'DIRECT', subtype: 'TRANSFORMATION', masking: true, ...said },
      ];
    case 'DIRECT':
    case 'INDIRECT':
      return [{ type: word, ...said }];
    default:
      return [{ type: 'DIRECT', description: text ?? String(type) }];
  }
}
