import type { z as Zod } from 'zod/v3';

/**
 * The `z` that the actions registry supplies.
 *
 * @public
 */
export type Z = typeof Zod;

// Callers that are language models send numbers and flags as text, and objects as JSON.

/**
 * A whole number, also as text.
 *
 * @public
 */
export const looseNumber = (z: Z, inner: Zod.ZodNumber) =>
  z.preprocess(
    value =>
      typeof value === 'string' && /^\s*-?\d+\s*$/.test(value)
        ? Number(value)
        : value,
    inner,
  ) as unknown as Zod.ZodNumber;

/**
 * True or false, also as text.
 *
 * @public
 */
export const looseFlag = (z: Z) =>
  z.preprocess(value => {
    if (value === 'true') return true;
    return value === 'false' ? false : value;
  }, z.boolean()) as unknown as Zod.ZodBoolean;

/**
 * A list, also as text with commas.
 *
 * @public
 */
export const looseItems = <T extends Zod.ZodTypeAny>(
  z: Z,
  inner: Zod.ZodArray<T>,
) =>
  z.preprocess(
    value => (typeof value === 'string' ? value.split(/\s*,\s*/) : value),
    inner,
  ) as unknown as Zod.ZodArray<T>;

/**
 * One text or several.
 *
 * @public
 */
export const looseList = <T extends Zod.ZodTypeAny>(z: Z, item: T) =>
  looseItems(z, z.array(item));

/**
 * What `inner` says, also as JSON text.
 *
 * @public
 */
export const looseJson = <T extends Zod.ZodTypeAny>(z: Z, inner: T) =>
  z.preprocess(value => {
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }, inner) as unknown as T;

/**
 * An object, also as JSON text.
 *
 * @public
 */
export const looseObject = (z: Z) =>
  looseJson(z, z.record(z.string(), z.any()));

/**
 * An input that refuses fields it does not know: a misspelt one must not be lost.
 *
 * @public
 */
export const strictInput = <T extends Zod.ZodRawShape>(z: Z, shape: T) =>
  z.object(shape).strict() as unknown as Zod.ZodObject<T>;

/**
 * What the registry is told of an action that only looks.
 *
 * @public
 */
export const READS = { readOnly: true, destructive: false, idempotent: true };

/**
 * Anything that a plugin answers and its OpenAPI document describes.
 *
 * @public
 */
export const answer = (z: Z, description: string) =>
  z.record(z.string(), z.any()).describe(description);
