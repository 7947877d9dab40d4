/**
 * A Java pattern that must match as a whole, as a JavaScript one. Undefined
 * for what JavaScript does not know, and for patterns that could take
 * for ever: repeated groups that repeat or choose themselves, back references.
 */
export function matchingPattern(
  pattern: string,
  flags = '',
): RegExp | undefined {
  const repeats = pattern.match(/[*+]|\{\d*,\}/g)?.length ?? 0;
  const nested =
    /\([^()]*[*+{|][^()]*\)\s*[*+{]/.test(pattern) ||
    /\)[^()]*\)\s*[*+{]/.test(pattern);
  if (pattern.length > 500 || repeats > 4 || nested || /\\[1-9k]/.test(pattern))
    return undefined;
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}

/** Whether a short text matches as a whole; undefined where the pattern is not understood. */
export function matchesWhole(
  pattern: string,
  text: string,
): boolean | undefined {
  const found = matchingPattern(`^(?:${pattern})$`);
  return found && text.length <= 300 ? found.test(text) : undefined;
}
