import type { DatasetName } from './DatasetName';
import { bareAuthority, withoutCredentials } from './authority';
import { namingRuleOf } from './namingRules';
import type { NamingRule } from './namingRules';

/** Several slashes become one; `.` goes; no slash at the end. */
function tidyPath(path: string): string {
  const tidy = path
    .split('/')
    .filter((part, index) => part !== '.' && (part !== '' || index === 0))
    .join('/');
  return tidy.length > 1 ? tidy.replace(/\/$/, '') : tidy;
}

/** A path as its system writes it: absolute, or a key without leading slash. */
export function pathName(path: string, rule: NamingRule): string {
  const tidy = tidyPath(path);
  if (rule.form === 'objects') return tidy.replace(/^\/+/, '') || '/';
  return tidy.startsWith('/') ? tidy : `/${tidy}`;
}

/** The namespace of files: `file`, `file://host`, `s3://bucket`. */
export function fileNamespace(scheme: string, authority = ''): string {
  return authority === '' ? scheme : `${scheme}://${authority}`;
}

/**
 * `s3a://bucket/a/b` → namespace `s3://bucket`, name `a/b`. Undefined for what
 * is no URI of a file system, or a path on this machine.
 */
export function nameOfFileUri(uri: string): DatasetName | undefined {
  const match = /^([A-Za-z][\w+.-]*):(.*)$/s.exec(uri);
  if (!match) {
    if (!uri.startsWith('/')) return undefined;
    const rule = namingRuleOf('file');
    return { namespace: rule.scheme, name: pathName(uri, rule) };
  }
  const rule = namingRuleOf(match[1]);
  if (rule.form !== 'files' && rule.form !== 'objects') return undefined;
  if (/^https?$/.test(rule.scheme)) return undefined;
  const [rest] = match[2].split(/[?#]/);
  const authority = rest.startsWith('//') ? bareAuthority(rest.slice(2)) : '';
  const path = rest.startsWith('//') ? rest.slice(2 + authority.length) : rest;
  return {
    namespace: fileNamespace(rule.scheme, shownAuthority(authority, rule)),
    name: pathName(path, rule),
  };
}

/** Azure's `container@account` is a place; anywhere else `…@` is a password. */
export function shownAuthority(authority: string, rule: NamingRule): string {
  return /^(abfss|wasbs)$/.test(rule.scheme)
    ? authority
    : withoutCredentials(authority);
}
