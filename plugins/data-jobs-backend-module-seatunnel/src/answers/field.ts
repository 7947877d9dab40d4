/** Answers are read field by field: other versions have other fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text of a field that may be text or a number; `undefined` otherwise. */
export function textField(
  record: Record<string, unknown>,
  key: string,
): string | undefined {
  const value = record[key];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** Number of a field that may be a number or text. */
export function numberField(
  record: Record<string, unknown>,
  key: string,
): number | undefined {
  const text = textField(record, key);
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
