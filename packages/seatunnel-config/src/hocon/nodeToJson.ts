import { isJsonObject } from '../model/JsonValue';
import type { JsonObject, JsonValue } from '../model/JsonValue';
import type { HoconNode, HoconObject } from './HoconNode';

/**
 * The value of a node. Of keys given twice the later one wins; two objects are
 * merged; `+=` appends. `unclear` hears of a `+=` to something that is no list.
 */
export function nodeToJson(
  node: HoconNode,
  unclear: (key: string, at: number) => void,
): JsonValue {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'array':
      return node.items.map(item => nodeToJson(item, unclear));
    default:
      return objectToJson(node, unclear);
  }
}

/** As `nodeToJson`, for an object. */
export function objectToJson(
  node: HoconObject,
  unclear: (key: string, at: number) => void,
): JsonObject {
  const result: JsonObject = {};
  for (const entry of node.entries) {
    const { key } = entry;
    const value = nodeToJson(entry.value, unclear);
    const before = Object.hasOwn(result, key) ? result[key] : undefined;
    if (!entry.append) {
      result[key] = before === undefined ? value : merge(before, value);
    } else if (before === undefined || Array.isArray(before)) {
      result[key] = [...(before ?? []), value];
    } else {
      unclear(key, entry.at);
      result[key] = [value];
    }
  }
  return result;
}

function merge(before: JsonValue, after: JsonValue): JsonValue {
  if (!isJsonObject(before) || !isJsonObject(after)) return after;
  const result = { ...before };
  for (const [key, value] of Object.entries(after)) {
    result[key] = Object.hasOwn(before, key)
      ? merge(before[key], value)
      : value;
  }
  return result;
}
