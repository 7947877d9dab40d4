import { LogTail } from './LogTail';

/** Where a part of a log ended. */
export type LogPosition = {
  /** Bytes of whole lines before it. */
  bytes: number;
  /** The entry that it is in concerned the job. */
  isWanted: boolean;
};

/** Reads `cursor` of a log; undefined when it is none of ours. */
export function readCursor(
  cursor: string | undefined,
): LogPosition | undefined {
  const match = /^(\d{1,15})\.([01])$/.exec(cursor ?? '');
  return match
    ? { bytes: Number(match[1]), isWanted: match[2] === '1' }
    : undefined;
}

const NEWLINE = 0x0a;

/** The whole lines of a file from a position on, as its bytes come in. */
export class LogPart {
  readonly #tail: LogTail;
  readonly #decoder = new TextDecoder();
  readonly #from: number;
  #bytes = 0;
  #end: number;
  #rest: Buffer[] = [];

  constructor(
    needles: string[] | undefined,
    maxBytes: number,
    from?: LogPosition,
  ) {
    this.#tail = new LogTail(needles, maxBytes, from?.isWanted);
    this.#from = from?.bytes ?? 0;
    this.#end = this.#from;
  }

  /** There is less than what was read before. */
  get isShort(): boolean {
    return this.#bytes < this.#from;
  }

  push(piece: Buffer): void {
    const skip = Math.min(piece.length, Math.max(0, this.#from - this.#bytes));
    this.#bytes += piece.length;
    const fresh = piece.subarray(skip);
    const last = fresh.lastIndexOf(NEWLINE);
    if (last < 0) {
      if (fresh.length) this.#rest.push(fresh);
      return;
    }
    for (const part of [...this.#rest, fresh.subarray(0, last + 1)]) {
      this.#tail.push(this.#decoder.decode(part, { stream: true }));
    }
    this.#rest = last + 1 < fresh.length ? [fresh.subarray(last + 1)] : [];
    this.#end = this.#bytes - (fresh.length - last - 1);
  }

  /** The text, and the cursor behind its last whole line. */
  end(): { text: string; truncated: boolean; cursor: string } {
    const { isWanted } = this.#tail;
    return {
      ...this.#tail.end(),
      cursor: `${this.#end}.${isWanted ? 1 : 0}`,
    };
  }
}
