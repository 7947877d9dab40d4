import { resolved } from '../schema/Schema';
import type { Schema } from '../schema/Schema';
import { hasType, isObject } from '../validate/checkSchema';

/** True when `keepGood` would leave a value as it is; much cheaper to ask. */
export function isGood(value: unknown, schema: Schema): boolean {
  const flat = resolved(schema);
  if ((flat.oneOf ?? flat.anyOf) && !flat.properties) return false;
  if (flat.type && !hasType(value, flat.type)) return false;
  if (flat.enum && !flat.enum.includes(value as string)) return false;
  if (Array.isArray(value)) {
    const { items } = flat;
    return !items || value.every(item => isGood(item, items));
  }
  return !isObject(value) || isGoodObject(value, flat);
}

function isGoodObject(value: Record<string, unknown>, schema: Schema): boolean {
  const { properties = {}, additionalProperties, required = [] } = schema;
  for (const key of Object.keys(value)) {
    const rule = Object.hasOwn(properties, key)
      ? properties[key]
      : typeof additionalProperties === 'object' && additionalProperties;
    if (rule && !isGood(value[key], rule)) return false;
  }
  return required.every(
    key => key.startsWith('_') || Object.hasOwn(value, key),
  );
}
