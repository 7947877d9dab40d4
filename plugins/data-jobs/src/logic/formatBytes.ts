/** `1.5 MB`: powers of 1000, one decimal above bytes. */
export function formatBytes(
  bytes: number,
  number: (value: number, options?: Intl.NumberFormatOptions) => string,
): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${number(value, { maximumFractionDigits: unit === 0 ? 0 : 1 })} ${
    units[unit]
  }`;
}
