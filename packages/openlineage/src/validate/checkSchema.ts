import { definitionOf } from '../schema/Schema';
import type { Schema } from '../schema/Schema';
import { formatFault } from './formats';
import { pointerTo, problemAt } from './EventProblem';
import type { EventProblem } from './EventProblem';

const WORDS: Record<string, string> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};
const MAX_DEPTH = 100;

export type JsonObject = Record<string, unknown>;

/** Tells objects from lists, `null` and plain values. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True when a value is of a JSON Schema type. */
export function hasType(value: unknown, type: string): boolean {
  switch (type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

/** What a value must be, in words. */
export function typeInWords(type: string): string {
  return WORDS[type] ?? type;
}

/**
 * Where a value breaks a schema of {@link definitionOf}. Of alternatives the
 * one that is meant is checked: the one whose `type` fits, or else the one
 * that fits best.
 */
export function checkSchema(
  value: unknown,
  schema: Schema,
  pointer: string,
  depth = 0,
): EventProblem[] {
  if (depth > MAX_DEPTH) {
    return [
      problemAt(
        pointer,
        `The value is more than ${MAX_DEPTH} levels deep.`,
        'Send less nesting.',
      ),
    ];
  }
  if (schema.$ref)
    return checkSchema(value, definitionOf(schema.$ref), pointer, depth);
  if (schema.type && !hasType(value, schema.type)) {
    const words = typeInWords(schema.type);
    return [
      problemAt(pointer, `This is not ${words}.`, `Give ${words}.`, value),
    ];
  }
  return [
    ...checkPlain(value, schema, pointer),
    ...(schema.allOf ?? []).flatMap(part =>
      checkSchema(value, part, pointer, depth),
    ),
    ...checkChoice(value, schema, pointer, depth),
    ...(isObject(value) ? checkObject(value, schema, pointer, depth) : []),
    ...(Array.isArray(value) && schema.items
      ? value.flatMap((item, index) =>
          checkSchema(
            item,
            schema.items!,
            pointerTo(pointer, index),
            depth + 1,
          ),
        )
      : []),
  ];
}

function checkPlain(
  value: unknown,
  schema: Schema,
  pointer: string,
): EventProblem[] {
  const allowed =
    schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (allowed && !allowed.includes(value as string)) {
    return [
      problemAt(
        pointer,
        'This is none of the allowed values.',
        `Give ${allowed.join(', ')}.`,
        value,
      ),
    ];
  }
  if (schema.format && typeof value === 'string') {
    const fault = formatFault(schema.format, value);
    if (fault)
      return [problemAt(pointer, `This is ${fault.is}.`, fault.remedy, value)];
  }
  if (
    schema.minimum !== undefined &&
    typeof value === 'number' &&
    value < schema.minimum
  ) {
    return [
      problemAt(
        pointer,
        `This is less than ${schema.minimum}.`,
        `Give at least ${schema.minimum}.`,
        value,
      ),
    ];
  }
  return [];
}

function checkObject(
  value: JsonObject,
  schema: Schema,
  pointer: string,
  depth: number,
): EventProblem[] {
  const problems: EventProblem[] = [];
  const required = new Set(schema.required);
  for (const [key, others] of Object.entries(schema.dependentRequired ?? {})) {
    if (Object.hasOwn(value, key)) others.forEach(other => required.add(other));
  }
  for (const key of required) {
    if (!Object.hasOwn(value, key) || value[key] === undefined) {
      problems.push(
        problemAt(
          pointerTo(pointer, key),
          `"${key}" is missing.`,
          `Add "${key}".`,
        ),
      );
    }
  }
  if (schema.not?.required.every(key => Object.hasOwn(value, key))) {
    const keys = schema.not.required.map(key => `"${key}"`).join(' and ');
    problems.push(
      problemAt(pointer, `${keys} must not be here.`, `Remove ${keys}.`),
    );
  }
  const { properties = {}, additionalProperties } = schema;
  for (const [key, inner] of Object.entries(value)) {
    const place = pointerTo(pointer, key);
    if (Object.hasOwn(properties, key)) {
      if (inner !== undefined) {
        problems.push(...checkSchema(inner, properties[key], place, depth + 1));
      }
    } else if (typeof additionalProperties === 'object') {
      problems.push(
        ...checkSchema(inner, additionalProperties, place, depth + 1),
      );
    }
  }
  return problems;
}

function checkChoice(
  value: unknown,
  schema: Schema,
  pointer: string,
  depth: number,
): EventProblem[] {
  const choices = schema.oneOf ?? schema.anyOf;
  if (!choices) return [];
  const meant = choices.filter(choice => isMeant(value, choice));
  const tried = (meant.length > 0 ? meant : choices).map(choice =>
    checkSchema(value, choice, pointer, depth),
  );
  return tried.reduce((best, next) =>
    next.length < best.length ? next : best,
  );
}

/** True unless the value's `type` speaks against it. */
function isMeant(value: unknown, choice: Schema): boolean {
  if (!isObject(value)) return false;
  const schema = choice.$ref ? definitionOf(choice.$ref) : choice;
  const type = schema.properties?.type;
  const allowed =
    type?.enum ?? (type?.const === undefined ? undefined : [type.const]);
  if (allowed) return allowed.includes(value.type as string);
  return schema.oneOf
    ? schema.oneOf.some(inner => isMeant(value, inner))
    : false;
}
