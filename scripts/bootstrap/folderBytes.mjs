import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of all files under a folder; 0 when it is not there. Files that vanish meanwhile do not count. */
export function folderBytes(folder) {
  let total = 0;
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return 0;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      total += folderBytes(path);
    } else if (entry.isFile()) {
      try {
        total += statSync(path).size;
      } catch {
        // gone meanwhile
      }
    }
  }
  return total;
}
