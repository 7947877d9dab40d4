import { FileHandle, open } from 'fs/promises';

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
/** A list of entries longer than this is no jar that we take. */
const MAX_DIRECTORY = 64 * 1024 * 1024;

/** Names of the entries of a zip file; `undefined` when it is none. */
export async function zipEntryNames(
  path: string,
): Promise<string[] | undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const directory = await findDirectory(file, size);
    if (!directory || directory.offset + directory.size > size)
      return undefined;
    if (directory.size > MAX_DIRECTORY) return undefined;
    return namesIn(await read(file, directory.offset, directory.size));
  } finally {
    await file.close();
  }
}

async function findDirectory(
  file: FileHandle,
  size: number,
): Promise<{ offset: number; size: number } | undefined> {
  if (size < END_SIZE) return undefined;
  const tailSize = Math.min(size, END_SIZE + MAX_COMMENT);
  const tail = await read(file, size - tailSize, tailSize);
  for (let at = tail.length - END_SIZE; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    const offset = tail.readUInt32LE(at + 16);
    if (offset !== 0xffffffff) {
      return { offset, size: tail.readUInt32LE(at + 12) };
    }
    const locator = at - 20;
    if (locator < 0 || tail.readUInt32LE(locator) !== END_64_LOCATOR) {
      return undefined;
    }
    const end64 = await read(
      file,
      Number(tail.readBigUInt64LE(locator + 8)),
      56,
    );
    return {
      size: Number(end64.readBigUInt64LE(40)),
      offset: Number(end64.readBigUInt64LE(48)),
    };
  }
  return undefined;
}

function namesIn(directory: Buffer): string[] | undefined {
  const names: string[] = [];
  let at = 0;
  while (at + 46 <= directory.length) {
    if (directory.readUInt32LE(at) !== ENTRY) return undefined;
    const nameSize = directory.readUInt16LE(at + 28);
    const extraSize = directory.readUInt16LE(at + 30);
    const commentSize = directory.readUInt16LE(at + 32);
    names.push(directory.toString('utf8', at + 46, at + 46 + nameSize));
    at += 46 + nameSize + extraSize + commentSize;
  }
  return names;
}

async function read(
  file: FileHandle,
  position: number,
  length: number,
): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
