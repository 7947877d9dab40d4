import type { z as Zod } from 'zod/v3';

/** The `z` that the actions registry supplies. */
export type Z = typeof Zod;

// Callers that are language models send numbers as text, lists as text with commas, and objects as JSON.

/** A whole number, also as text. */
export const looseNumber = (z: Z, inner: Zod.ZodNumber) =>
  z.preprocess(
    value =>
      typeof value === 'string' && /^\s*-?\d+\s*$/.test(value)
        ? Number(value)
        : value,
    inner,
  ) as unknown as Zod.ZodNumber;

/** One text or several, also as text with commas. */
export const looseList = <T extends Zod.ZodTypeAny>(z: Z, item: T) =>
  z.preprocess(
    value => (typeof value === 'string' ? value.split(/\s*,\s*/) : value),
    z.array(item),
  ) as unknown as Zod.ZodArray<T>;

/** An object, also as JSON text. */
export const looseObject = (z: Z) =>
  z.preprocess(value => {
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }, z.record(z.string(), z.any())) as unknown as Zod.ZodRecord<
    Zod.ZodString,
    Zod.ZodAny
  >;

/** An input that refuses fields it does not know: a misspelt one must not be lost. */
export const strictInput = <T extends Zod.ZodRawShape>(z: Z, shape: T) =>
  z.object(shape).strict() as unknown as Zod.ZodObject<T>;

/** What the registry is told of an action that only looks. */
export const READS = { readOnly: true, destructive: false, idempotent: true };

/** What the question is about. */
export const nodeName = (z: Z) =>
  z
    .string()
    .min(1)
    .describe(
      'A dataset or job: an entity ref such as "dataset:default/orders" or "datajob:default/orders-per-minute", or a node id from another answer such as "dataset:kafka%3A%2F%2Fbroker%3A9092:orders"',
    );

/** The time that an answer holds for. */
export const asOfTime = (z: Z) =>
  z
    .string()
    .describe('ISO 8601 time that the answer shall hold for; default now')
    .optional();

/** How far to walk. */
export const walkDepth = (z: Z, fallback: string) =>
  looseNumber(z, z.number().int().min(1).max(40))
    .describe(
      `Steps from dataset to job or job to dataset; default ${fallback}`,
    )
    .optional();

/** Anything that data-lineage answers: documented by its OpenAPI document. */
export const answer = (z: Z, description: string) =>
  z.record(z.string(), z.any()).describe(description);
