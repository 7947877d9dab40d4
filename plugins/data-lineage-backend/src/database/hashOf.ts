import { createHash } from 'crypto';

/** What identifies a content in our tables: 43 characters. */
export function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('base64url');
}
