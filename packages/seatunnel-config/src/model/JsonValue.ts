/** A value as JSON knows it. @public */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | JsonObject;

/** An object as JSON knows it; keys keep their order. @public */
export type JsonObject = { [key: string]: JsonValue };

/** Tells objects from lists, `null` and plain values. @public */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
