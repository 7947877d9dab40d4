/** An ISO time as a field for date and time wants it: without a zone, in the viewer's. */
export function toLocalField(iso?: string): string {
  const date = new Date(iso ?? '');
  if (Number.isNaN(date.getTime())) return '';
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The ISO time of such a field; `undefined` while it is empty. */
export function fromLocalField(value: string): string | undefined {
  const date = new Date(value);
  return value && !Number.isNaN(date.getTime())
    ? date.toISOString()
    : undefined;
}
