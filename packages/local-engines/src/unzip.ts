import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const END = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
const DEFLATED = 8;

interface Entry {
  name: string;
  method: number;
  bytes: number;
  /** Where its local header begins. */
  headerAt: number;
}

/**
 * Unpacks the entries of a zip file (below 4 GB) that `target` gives a relative path for. No modes are kept. Only for
 * archives whose SHA-256 is known: the paths are taken as they come.
 */
export async function unzip(
  archive: string,
  into: string,
  target: (entryName: string) => string | undefined,
): Promise<void> {
  for (const entry of await entriesOf(archive)) {
    const path = target(entry.name);
    if (path !== undefined && !entry.name.endsWith('/')) {
      await unpack(archive, entry, join(into, path));
    }
  }
}

async function entriesOf(archive: string): Promise<Entry[]> {
  const file = await open(archive);
  const readAt = async (position: number, length: number) => {
    const buffer = Buffer.alloc(length);
    await file.read(buffer, 0, length, position);
    return buffer;
  };
  try {
    const { size } = await file.stat();
    const tailBytes = Math.min(size, END_BYTES + MAX_COMMENT);
    const tail = await readAt(size - tailBytes, tailBytes);
    let at = tail.length - END_BYTES;
    while (at >= 0 && tail.readUInt32LE(at) !== END) {
      at -= 1;
    }
    if (at < 0) {
      throw new Error(`${archive} is no zip file.`);
    }
    return namesIn(
      await readAt(tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12)),
    );
  } finally {
    await file.close();
  }
}

function namesIn(directory: Buffer): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  while (at < directory.length) {
    const nameBytes = directory.readUInt16LE(at + 28);
    entries.push({
      method: directory.readUInt16LE(at + 10),
      bytes: directory.readUInt32LE(at + 20),
      headerAt: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
    });
    at +=
      46 +
      nameBytes +
      directory.readUInt16LE(at + 30) +
      directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function unpack(
  archive: string,
  { headerAt, bytes, method }: Entry,
  path: string,
): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const file = await open(archive);
  const header = Buffer.alloc(30);
  await file.read(header, 0, 30, headerAt).finally(() => file.close());
  const start =
    headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (bytes === 0) {
    writeFileSync(path, '');
    return;
  }
  const target = createWriteStream(path);
  const source = createReadStream(archive, { start, end: start + bytes - 1 });
  await (method === DEFLATED
    ? pipeline(source, createInflateRaw(), target)
    : pipeline(source, target));
}
