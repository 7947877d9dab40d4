/** The last bytes as text, without half a character in front. */
export function cleanTail(bytes: Buffer, maxBytes: number): string {
  let start = Math.max(0, bytes.length - maxBytes);
  // eslint-disable-next-line no-bitwise
  while (start < bytes.length && (bytes[start] & 0xc0) === 0x80) start += 1;
  return bytes.toString('utf8', start);
}
