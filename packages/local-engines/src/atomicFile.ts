import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

let sequence = 0;

/**
 * Writes a file so that a reader sees the old or the new content, never a half.
 * `mode` applies from the first byte on (secrets are never readable by others, not even for a moment).
 */
export function writeFileAtomic(
  path: string,
  content: string,
  mode = 0o644,
): void {
  mkdirSync(dirname(path), { recursive: true });
  sequence += 1;
  const draft = `${path}.${process.pid}.${sequence}.tmp`;
  try {
    writeFileSync(draft, content, { mode });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    // a write that fails does not say where
    throw Object.assign(error as Error, { path });
  }
}

/** Writes a value as indented JSON, atomically. */
export function writeJsonAtomic(
  path: string,
  value: unknown,
  mode?: number,
): void {
  writeFileAtomic(path, `${JSON.stringify(value, null, 2)}\n`, mode);
}

/** Reads a JSON file; undefined when it is absent or is not JSON. */
export function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
