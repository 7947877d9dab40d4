import type { DatasetAddress } from './DatasetAddress';

const URI = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/]*))?(\/.*)?$/i;

/** A folder or file by its path or URI. */
export function fileAddress(path: string | undefined): DatasetAddress[] {
  if (!path) return [];
  const [, scheme, authority, rest] = URI.exec(path) ?? [];
  const parts = (scheme ? rest ?? '' : path).split('/').filter(Boolean);
  const system = scheme?.toLowerCase() ?? 'file';
  const bucket = authority?.replace(/^[^@]*:[^@]*@/, '');
  return [
    {
      system: system === 's3a' || system === 's3n' ? 's3' : system,
      ...(bucket ? { authority: bucket } : {}),
      path: parts.length ? parts : ['/'],
    },
  ];
}
