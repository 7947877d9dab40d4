/** Writes times as ISO 8601; all edges of a job have the same few. */
export function isoTimes(): (at: number) => string {
  const written = new Map<number, string>();
  return at => {
    let text = written.get(at);
    if (text === undefined) {
      text = new Date(at).toISOString();
      written.set(at, text);
    }
    return text;
  };
}
