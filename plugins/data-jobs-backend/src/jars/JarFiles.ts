import { createHash, randomUUID } from 'crypto';
import { createWriteStream } from 'fs';
import { access, mkdir, rename, rm } from 'fs/promises';
import { join } from 'path';
import { Readable, Transform } from 'stream';
import { pipeline } from 'stream/promises';
import { InputError } from '@backstage/errors';
import { zipEntryNames } from './zipEntryNames';

/** Largest jar taken, in bytes. */
export const MAX_JAR_BYTES = 512 * 1024 * 1024;

const MANIFEST = 'META-INF/MANIFEST.MF';

/** The files of uploaded jars, named by their SHA-256. */
export class JarFiles {
  constructor(
    private readonly directory: string,
    private readonly maxBytes: number = MAX_JAR_BYTES,
  ) {}

  /** Local path of a jar; `undefined` when it is not here. */
  async path(sha256: string): Promise<string | undefined> {
    const path = join(this.directory, `${sha256}.jar`);
    return access(path).then(
      () => path,
      () => undefined,
    );
  }

  /** Writes a stream to disk while hashing it; refuses what is no jar, keeping nothing. */
  async store(
    stream: Readable,
  ): Promise<{ sha256: string; sizeBytes: number }> {
    await mkdir(this.directory, { recursive: true });
    const temporary = join(this.directory, `upload-${randomUUID()}`);
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const count = new Transform({
      transform: (chunk, _encoding, done) => {
        sizeBytes += chunk.length;
        if (sizeBytes > this.maxBytes) {
          done(
            new InputError(
              `jarfile: the jar is larger than ${this.maxBytes} bytes.`,
            ),
          );
          return;
        }
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(stream, count, createWriteStream(temporary));
      const names = await zipEntryNames(temporary);
      if (!names) throw new InputError('jarfile: this is not a jar (no zip).');
      if (!names.includes(MANIFEST)) {
        throw new InputError(`jarfile: this is not a jar (no ${MANIFEST}).`);
      }
      const sha256 = hash.digest('hex');
      await rename(temporary, join(this.directory, `${sha256}.jar`));
      return { sha256, sizeBytes };
    } finally {
      await rm(temporary, { force: true });
    }
  }
}
