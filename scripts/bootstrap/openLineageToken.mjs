import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The token with which producers send OpenLineage events to this portal; made up on first use, for its owner's eyes only. */
export function openLineageToken(home) {
  const file = join(home, 'data/openlineage-token');
  try {
    const known = readFileSync(file, 'utf8').trim();
    if (known.length >= 8) return known;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const made = randomBytes(24).toString('base64url');
  mkdirSync(join(home, 'data'), { recursive: true });
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
}
