import { randomBytes } from 'crypto';
import { JobLog } from '@datalark/backstage-plugin-data-jobs-common';

/** Reads a log of an engine from the engine's cursor on. */
export type ReadLog = (cursor: string | undefined) => Promise<JobLog>;

const MOST_KEPT = 512 * 1024;
const LEAST_PAUSE_MS = 1_500;

/**
 * The end of one log, read once for everybody who follows it: each reader has
 * a place in what is kept here, the engine is asked from one place only. A log
 * that takes long to read is read less often.
 */
export class LogFollower {
  /** Of what is kept: a new one when it does not go on from the old. */
  #epoch = randomBytes(4).toString('hex');
  /** Characters that were dropped from the front. */
  #dropped = 0;
  #text = '';
  #truncated = false;
  #source = '';
  #cursor: string | undefined;
  #nextAt = 0;
  #reading: Promise<void> | undefined;
  /** When somebody read here last. */
  usedAt = Date.now();

  constructor(private readonly readLog: ReadLog) {}

  /** What came after `cursor`, or the whole end with `restarted`. */
  async read(cursor: string | undefined): Promise<JobLog> {
    this.usedAt = Date.now();
    if (this.#reading || Date.now() >= this.#nextAt) {
      this.#reading ??= this.#refresh().finally(() => {
        this.#reading = undefined;
      });
      await this.#reading;
    }
    const end = this.#dropped + this.#text.length;
    const at = this.#placeOf(cursor);
    const common = { source: this.#source, cursor: `${this.#epoch}.${end}` };
    return at !== undefined && at >= this.#dropped && at <= end
      ? {
          ...common,
          text: this.#text.slice(at - this.#dropped),
          truncated: false,
        }
      : {
          ...common,
          text: this.#text,
          truncated: this.#truncated,
          ...(cursor !== undefined && { restarted: true }),
        };
  }

  #placeOf(cursor: string | undefined): number | undefined {
    const match = /^([0-9a-f]{8})\.(\d{1,15})$/.exec(cursor ?? '');
    return match?.[1] === this.#epoch ? Number(match[2]) : undefined;
  }

  async #refresh(): Promise<void> {
    const began = Date.now();
    try {
      const piece = await this.readLog(this.#cursor);
      const goesOn = this.#cursor !== undefined && !piece.restarted;
      if (goesOn) this.#append(piece.text);
      else this.#replace(piece);
      this.#source = piece.source;
      this.#cursor = piece.cursor;
    } finally {
      const took = Date.now() - began;
      this.#nextAt = Date.now() + Math.max(LEAST_PAUSE_MS, took * 10);
    }
  }

  #append(text: string): void {
    this.#text += text;
    if (this.#text.length <= MOST_KEPT) return;
    const over = this.#text.length - MOST_KEPT;
    // Cut between lines.
    const cut = this.#text.indexOf('\n', over) + 1 || over;
    this.#text = this.#text.slice(cut);
    this.#dropped += cut;
    this.#truncated = true;
  }

  /** An engine without cursors sends the same again, or the same and more. */
  #replace(piece: JobLog): void {
    const { text } = piece;
    if (this.#text && text.startsWith(this.#text)) {
      this.#append(text.slice(this.#text.length));
      return;
    }
    this.#epoch = randomBytes(4).toString('hex');
    this.#dropped = 0;
    this.#text = text.slice(-MOST_KEPT);
    this.#truncated = piece.truncated;
  }
}
