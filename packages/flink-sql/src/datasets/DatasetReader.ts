import type { TablePath } from '../lineage/TablePath';
import type { DatasetAddress } from './DatasetAddress';

/** Options by key; one that is not set or empty is undefined. */
export type Options = (key: string) => string | undefined;

/** Reads a connector's options; nothing where they do not say which data it is. */
export type DatasetReader = (
  option: Options,
  path: TablePath,
) => DatasetAddress[];

/** One address, unless a part of its path is missing. */
export function address(
  system: string,
  authority: string | undefined,
  path: (string | undefined)[],
): DatasetAddress[] {
  if (path.length === 0 || path.some(part => !part)) return [];
  const known = path.filter((part): part is string => part !== undefined);
  return [{ system, ...(authority ? { authority } : {}), path: known }];
}

/** `host` and `port` as one. */
export function hostAndPort(
  host: string | undefined,
  port: string | undefined,
): string | undefined {
  return host && port ? `${host}:${port}` : host;
}

/** Servers of a list, without schemes, credentials and paths. */
export function servers(list: string | undefined): string | undefined {
  const found = (list ?? '')
    .split(/[,;]/)
    .map(server =>
      server
        .trim()
        .replace(/^[a-z][\w+.-]*:\/\//i, '')
        .replace(/[/?].*$/, '')
        .replace(/^.*@/, ''),
    )
    .filter(Boolean);
  return found.length ? found.join(',') : undefined;
}

/**
 * A name of a CDC source, which may be a regular expression: the name that it
 * means, or nothing when it means several.
 */
export function plainName(pattern: string | undefined): string | undefined {
  const unescaped = pattern?.replace(/\\\./g, '.');
  return unescaped && /^[\p{L}\p{N}_$#.\- ]+$/u.test(unescaped)
    ? unescaped
    : undefined;
}
