import type { DatasetName } from '../naming/DatasetName';
import { isObject } from '../validate/checkSchema';
import { pointerTo } from '../validate/EventProblem';
import type { Reading } from './Reading';
import { wellFormed } from './wellFormed';

type Say = (
  pointer: string,
  message: string,
  remedy: string,
  value?: unknown,
) => undefined;

/**
 * The pair of a job or dataset, of any Unicode. Numbers become texts; halves
 * of characters become U+FFFD, as every encoder makes them. Says what is
 * wrong through `say` and gives nothing where there is no name.
 */
export function readName(
  value: unknown,
  pointer: string,
  say: Say,
  reading: Reading,
): DatasetName | undefined {
  if (!isObject(value)) {
    return say(
      pointer,
      'This is not an object.',
      'Give an object with "namespace" and "name".',
      value,
    );
  }
  const namespace = readText(
    value.namespace,
    pointerTo(pointer, 'namespace'),
    say,
    reading,
  );
  const name = readText(value.name, pointerTo(pointer, 'name'), say, reading);
  if (namespace === undefined || name === undefined) return undefined;
  if (name === '') {
    return say(
      pointerTo(pointer, 'name'),
      'The name is empty.',
      'Give a name.',
      name,
    );
  }
  return { namespace, name };
}

function readText(
  value: unknown,
  pointer: string,
  say: Say,
  { limits }: Reading,
): string | undefined {
  if (value === undefined || value === null) {
    const key = pointer.slice(pointer.lastIndexOf('/') + 1);
    return say(pointer, `"${key}" is missing.`, `Add "${key}" as a text.`);
  }
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string')
    return say(pointer, 'This is not a text.', 'Give a text.', value);
  if (text.length > limits.nameLength) {
    return say(
      pointer,
      `The name has ${text.length} characters; at most ${limits.nameLength} are taken.`,
      'Give a shorter name.',
      value,
    );
  }
  if (text.includes('\0')) {
    return say(pointer, 'The name holds a NUL character.', 'Remove it.', value);
  }
  return wellFormed(text);
}
