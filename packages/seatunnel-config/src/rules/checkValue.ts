import type { OptionDescription } from '../catalog/PluginDescription';
import { isJsonObject } from '../model/JsonValue';
import type { JsonValue } from '../model/JsonValue';
import { nearest } from './nearest';
import { isOpen } from './optionValue';

/** What is wrong with a value: a message that goes on from "… is", and a remedy. */
export type ValueFault = { message: string; remedy: string };

/**
 * Checks a value against the type of its option, as tolerantly as SeaTunnel
 * converts: numbers and switches as text, a list as text with commas.
 */
export function checkValue(
  option: OptionDescription,
  value: JsonValue,
): ValueFault | undefined {
  if (isOpen(value)) return undefined;
  switch (option.type) {
    case 'int':
    case 'long':
      return integerFault(value, option.type);
    case 'double':
    case 'decimal':
      return isNumeric(value)
        ? undefined
        : { message: 'not a number', remedy: 'Give a number, e.g. 0.5.' };
    case 'boolean':
      return ['true', 'false'].includes(String(value).toLowerCase())
        ? undefined
        : { message: 'neither true nor false', remedy: 'Give true or false.' };
    case 'enum':
      return choiceFault(option.values ?? [], value);
    case 'list<enum>':
      return listOf(value)
        .map(item => choiceFault(option.values ?? [], item))
        .find(Boolean);
    case 'list<string>':
      return Array.isArray(value) &&
        value.some(item => typeof item === 'object')
        ? { message: 'not a list of texts', remedy: 'Give ["a", "b"].' }
        : objectFault(value, 'a list', '["a", "b"]');
    case 'list':
      return Array.isArray(value) || typeof value === 'string'
        ? undefined
        : { message: 'not a list', remedy: 'Give […].' };
    case 'map':
    case 'map<string>':
      return isJsonObject(value) || typeof value === 'string'
        ? undefined
        : {
            message: 'not a block of keys and values',
            remedy: 'Give { key = value }.',
          };
    default:
      return undefined;
  }
}

function integerFault(
  value: JsonValue,
  type: 'int' | 'long',
): ValueFault | undefined {
  const text = typeof value === 'object' ? '' : String(value).trim();
  if (!/^-?\d+(\.0*)?$/.test(text)) {
    return { message: 'not a whole number', remedy: 'Give a number, e.g. 1.' };
  }
  if (type === 'int' && Math.abs(Number(text)) > 2 ** 31) {
    return {
      message: 'too large a number',
      remedy: 'Give a number below 2147483648.',
    };
  }
  return undefined;
}

function isNumeric(value: JsonValue): boolean {
  if (typeof value === 'number') return true;
  return (
    typeof value === 'string' &&
    value.trim() !== '' &&
    Number.isFinite(Number(value))
  );
}

function choiceFault(
  values: string[],
  value: JsonValue,
): ValueFault | undefined {
  const text = typeof value === 'object' ? '' : String(value);
  const same = (a: string) => a.toLowerCase() === text.toLowerCase();
  if (values.some(same)) return undefined;
  const like = nearest(text, values);
  return {
    message: 'not one of its values',
    remedy: like
      ? `Did you mean ${like}? It can be ${values.join(', ')}.`
      : `Give one of ${values.join(', ')}.`,
  };
}

function listOf(value: JsonValue): JsonValue[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string'
    ? value.split(',').map(item => item.trim())
    : [value];
}

function objectFault(
  value: JsonValue,
  wanted: string,
  example: string,
): ValueFault | undefined {
  return isJsonObject(value)
    ? { message: `not ${wanted}`, remedy: `Give ${example}.` }
    : undefined;
}
