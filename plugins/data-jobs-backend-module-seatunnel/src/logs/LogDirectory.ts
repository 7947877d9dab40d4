import { constants } from 'node:fs';
import { FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { JobLog } from '@datalark/backstage-plugin-data-jobs-common';
import { EngineUnavailableError } from '@datalark/backstage-plugin-data-jobs-node';
import { cleanTail } from './cleanTail';

/**
 * A local folder with the server's logs: `job-<id>.log` per job, and
 * `server.log` or the like. Reads plain files directly in it, no links.
 */
export class LogDirectory {
  constructor(private readonly path: string) {}

  /** The newest part of a job's log. */
  async jobLog(
    jobId: string,
    maxBytes: number,
    cursor?: string,
  ): Promise<JobLog> {
    const source = `job-${jobId}.log`;
    if (!/^\d{1,20}$/.test(jobId)) {
      throw new EngineUnavailableError(
        `"${jobId}" is no id of a SeaTunnel job.`,
      );
    }
    const tail = await this.#tail(source, maxBytes, cursor);
    if (!tail) {
      throw new EngineUnavailableError(
        `There is no ${source} in ${this.path}. SeaTunnel writes one per job where log4j2 is set up so.`,
      );
    }
    return { source, ...tail };
  }

  /** The newest part of the server's own log, if there is one. */
  async serverLog(maxBytes: number): Promise<string | undefined> {
    const names = await readdir(this.path).catch((): string[] => []);
    const name = [
      'seatunnel-engine-server.log',
      'server.log',
      'seatunnel.log',
    ].find(candidate => names.includes(candidate));
    return name && (await this.#tail(name, maxBytes))?.text;
  }

  async #tail(
    name: string,
    maxBytes: number,
    cursor?: string,
  ): Promise<Omit<JobLog, 'source'> | undefined> {
    let file: FileHandle;
    try {
      file = await open(
        join(this.path, name),
        // eslint-disable-next-line no-bitwise
        constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
      );
    } catch {
      return undefined;
    }
    try {
      const { size } = await file.stat();
      const from = /^\d{1,15}$/.test(cursor ?? '') ? Number(cursor) : undefined;
      // Shorter than before: another file took its place.
      const start = from !== undefined && from <= size ? from : 0;
      const length = Math.min(size - start, maxBytes);
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await file.read(buffer, 0, length, size - length);
      const read = buffer.subarray(0, bytesRead);
      // Half a line, and half a character, wait for their end.
      const end = read.lastIndexOf(0x0a) + 1 || (cursor ? 0 : read.length);
      const truncated = size - start > length;
      return {
        text: cleanTail(read.subarray(0, end), maxBytes),
        truncated,
        cursor: String(size - length + end),
        ...(cursor && (start !== from || truncated) && { restarted: true }),
      };
    } finally {
      await file.close();
    }
  }
}
