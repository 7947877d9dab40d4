/** Bytes of a text in UTF-8, quoted, without counting escapes one by one. */
function textBytes(text: string): number {
  let bytes = 2;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80)
      bytes += code < 0x20 || code === 0x22 || code === 0x5c ? 2 : 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xe000) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}

/** How large a value is as JSON, and how deep; see {@link jsonSize}. */
export type JsonSize = { bytes: number; depth: number };

/**
 * Measures without writing JSON, and stops beyond a limit: what comes back is
 * then more than the limit, not the whole. Does not follow cycles for ever.
 */
export function jsonSize(
  value: unknown,
  limit: { bytes: number; depth: number },
): JsonSize {
  const values: unknown[] = [value];
  const depths: number[] = [0];
  let bytes = 0;
  let deepest = 0;
  while (values.length > 0) {
    const one = values.pop();
    const depth = depths.pop()!;
    if (depth > deepest) deepest = depth;
    if (typeof one === 'string') bytes += textBytes(one);
    else if (typeof one !== 'object' || one === null) {
      bytes += String(one).length;
    } else if (Array.isArray(one)) {
      bytes += 2 + one.length;
      for (const item of one) {
        values.push(item);
        depths.push(depth + 1);
      }
    } else {
      bytes += 2;
      for (const key of Object.keys(one)) {
        bytes += textBytes(key) + 2;
        values.push((one as Record<string, unknown>)[key]);
        depths.push(depth + 1);
      }
    }
    if (bytes > limit.bytes || deepest > limit.depth) break;
  }
  return { bytes, depth: deepest };
}
