/** Tells whether a text says where a jar is, as a DataJob takes it. */
export function isJarReference(text: string): boolean {
  return /^(?:uploaded:[0-9a-f]{64}|https:\/\/\S+|file:\S+)$/.test(text);
}

/** Bytes as people read them. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kibibytes = bytes / 1024;
  return kibibytes < 1024
    ? `${kibibytes.toFixed(1)} KiB`
    : `${(kibibytes / 1024).toFixed(1)} MiB`;
}
