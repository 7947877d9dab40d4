import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { open, type Entry, type Options, type ZipFile } from 'yauzl';

/** Unpacks the files of a zip archive that `target` gives a relative path for. No modes are kept. */
export async function unzip(
  archive: string,
  into: string,
  target: (entryName: string) => string | undefined,
): Promise<void> {
  const zip = await openZip(archive);
  const read = promisify<Entry, NodeJS.ReadableStream>((entry, done) =>
    zip.openReadStream(entry, done),
  );
  const unpack = async (entry: Entry) => {
    const path = target(entry.fileName);
    if (path === undefined || entry.fileName.endsWith('/')) return;
    const file = join(into, path);
    mkdirSync(dirname(file), { recursive: true });
    await pipeline(await read(entry), createWriteStream(file));
  };
  await new Promise<void>((done, failed) => {
    zip.on('entry', (entry: Entry) => {
      unpack(entry).then(() => zip.readEntry(), failed);
    });
    zip.once('end', done);
    zip.once('error', failed);
    zip.readEntry();
  }).finally(() => zip.close());
}

async function openZip(archive: string): Promise<ZipFile> {
  try {
    return await promisify<string, Options, ZipFile>(open)(archive, {
      lazyEntries: true,
      autoClose: false,
    });
  } catch (error) {
    // What the system refuses says so itself.
    if ((error as NodeJS.ErrnoException).code) throw error;
    throw new Error(`${archive} is no zip file.`);
  }
}
