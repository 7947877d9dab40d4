import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeJsonAtomic } from './atomicFile';
import { lock } from './lockFile';

/** Passwords of a set, generated on this machine. */
export interface EngineSecrets {
  postgresPassword: string;
}

/** The file that holds the passwords; only its owner may read it. */
export function secretsFileOf(dir: string): string {
  return join(dir, 'secrets.json');
}

/** Reads the passwords of a set; makes them up on first use. Never printed anywhere. */
export async function ensureSecrets(dir: string): Promise<EngineSecrets> {
  const file = secretsFileOf(dir);
  const release = await lock(`${file}.lock`);
  try {
    const known = readJson<EngineSecrets>(file);
    if (known?.postgresPassword) {
      return known;
    }
    const made = { postgresPassword: randomBytes(24).toString('base64url') };
    writeJsonAtomic(file, made, 0o600);
    return made;
  } finally {
    release();
  }
}
