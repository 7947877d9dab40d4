/**
 * The outputs that an input means: itself, or, where nothing is called so,
 * what stands between commas, as SeaTunnel takes a text for a list.
 */
export function namesIn(
  input: string,
  isOutput: (name: string) => boolean,
): string[] {
  if (isOutput(input) || !input.includes(',')) return [input];
  return input
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);
}
