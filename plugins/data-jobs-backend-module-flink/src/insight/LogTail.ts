/** A log entry starts with a date, or as JSON; other lines go on with it. */
const ENTRY = /^(?:\d{4}-\d\d-\d\d|\{|\[?\d\d:\d\d)/;
const MAX_LINE = 64 * 1024;

/**
 * Keeps the newest entries of a log that name one of `needles`, or all without
 * needles, at most `maxBytes`.
 */
export class LogTail {
  #rest = '';
  #isWanted: boolean;
  #lines: string[] = [];
  #bytes = 0;
  #truncated = false;

  constructor(
    private readonly needles: string[] | undefined,
    private readonly maxBytes: number,
    isWanted = false,
  ) {
    this.#isWanted = isWanted;
  }

  /** The entry that came last is kept. */
  get isWanted(): boolean {
    return this.#isWanted;
  }

  push(piece: string): void {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = (lines.pop() ?? '').slice(0, MAX_LINE);
    for (const line of lines) this.#line(line.replace(/\r$/, ''));
  }

  end(): { text: string; truncated: boolean } {
    if (this.#rest) this.#line(this.#rest);
    this.#rest = '';
    const text = this.#lines.join('');
    return {
      text: lastBytes(text, this.maxBytes),
      truncated: this.#truncated || Buffer.byteLength(text) > this.maxBytes,
    };
  }

  #line(line: string): void {
    const names = this.needles?.some(one => line.includes(one)) ?? true;
    if (ENTRY.test(line)) this.#isWanted = names;
    else if (names) this.#isWanted = true;
    if (!this.#isWanted) return;
    const kept = `${line.slice(0, MAX_LINE)}\n`;
    this.#lines.push(kept);
    this.#bytes += Buffer.byteLength(kept);
    let dropped = 0;
    while (
      this.#bytes - Buffer.byteLength(this.#lines[dropped] ?? '') >=
      this.maxBytes + MAX_LINE
    ) {
      this.#bytes -= Buffer.byteLength(this.#lines[dropped]);
      dropped += 1;
    }
    if (dropped) {
      this.#lines.splice(0, dropped);
      this.#truncated = true;
    }
  }
}

/** The end of a text, cut between characters. */
function lastBytes(text: string, maxBytes: number): string {
  const bytes = Buffer.from(text);
  let from = Math.max(0, bytes.length - maxBytes);
  while (from < bytes.length && bytes[from] >= 0x80 && bytes[from] < 0xc0) {
    from += 1;
  }
  return bytes.subarray(from).toString('utf8');
}
