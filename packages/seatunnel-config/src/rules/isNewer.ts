/** Is a version later than another? Only as many parts as the other has are compared; an unknown one is not later. */
export function isNewer(version: string | undefined, than: string): boolean {
  const numbers = (text: string) => (text.match(/\d+/g) ?? []).map(Number);
  const [a, b] = [numbers(version ?? ''), numbers(than)];
  if (a.length === 0) return false;
  const i = b.findIndex((part, place) => (a[place] ?? 0) !== part);
  return i >= 0 && (a[i] ?? 0) > b[i];
}
