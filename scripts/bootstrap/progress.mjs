const MB = 1e6;

/**
 * One line of progress for a long step: what, how much of how much, time left.
 * On a terminal the line is redrawn; elsewhere a line comes every five seconds.
 */
export class Progress {
  #started = Date.now();
  #lastLine = 0;

  /** `stream` is stderr where stdout is kept for a result. */
  constructor(title, totalBytes, stream = process.stdout) {
    this.title = title;
    this.totalBytes = totalBytes;
    this.stream = stream;
  }

  /** `bytes` done so far. */
  at(bytes, note = '') {
    const seconds = (Date.now() - this.#started) / 1000;
    const share = this.totalBytes ? Math.min(bytes / this.totalBytes, 0.99) : 0;
    // Past the expected size something is built from what came: no guess then.
    const left = share > 0.02 && share < 0.99 ? Math.ceil(seconds / share - seconds) : undefined;
    const size = this.totalBytes
      ? `${Math.round(bytes / MB)} of ${Math.round(this.totalBytes / MB)} MB`
      : `${Math.round(bytes / MB)} MB`;
    this.#print(
      `  ${this.title}: ${size}${left === undefined ? '' : `, about ${left} s left`}${note ? ` (${note})` : ''}`,
    );
  }

  /** Ends the line with the time that the step took. */
  done(note = '') {
    const seconds = ((Date.now() - this.#started) / 1000).toFixed(1);
    const line = `  ${this.title}: done in ${seconds} s${note ? ` (${note})` : ''}`;
    this.stream.write(this.stream.isTTY ? `\r\x1b[2K${line}\n` : `${line}\n`);
  }

  #print(line) {
    if (this.stream.isTTY) {
      this.stream.write(`\r\x1b[2K${line.slice(0, this.stream.columns - 1)}`);
    } else if (Date.now() - this.#lastLine > 5000) {
      this.#lastLine = Date.now();
      this.stream.write(`${line}\n`);
    }
  }
}
