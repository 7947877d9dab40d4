import { SourceSpan } from '@datalark/backstage-plugin-data-lineage-common';

/** The piece of a text that a span covers; `undefined` when the text has no such place (any more). */
export function spanText(
  text: string,
  { start, end }: SourceSpan,
): string | undefined {
  const lines = text.split(/\r\n|\r|\n/).slice(start.line - 1, end.line);
  if (lines.length < end.line - start.line + 1) return undefined;
  const last = lines.length - 1;
  lines[last] = lines[last].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n') || undefined;
}
