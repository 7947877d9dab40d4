import { isSecretName } from './secretNames';

const LONGEST = 60;

// Under these fields a value may be, or hold, a credential.
const HIDDEN =
  /^spec\.(?:connection|credentials|configuration|variables|definition(?!\.(?:format|mainClass|jar)$)|environments\..*\.(?:configuration|variables)|sql)\b/;

function isHidden(field: string): boolean {
  return (
    HIDDEN.test(field) ||
    field.split(/[.[\]"]+/).some(part => isSecretName(part))
  );
}

/**
 * A value as a problem may show it: short, without the user part of addresses,
 * and not at all where it may be a credential.
 */
export function shownValue(value: unknown, field: string): string {
  if (value === null || value === undefined) {
    return 'an empty value';
  }
  if (Array.isArray(value)) {
    return value.length ? 'a list' : 'an empty list';
  }
  if (typeof value === 'object') {
    return 'an object';
  }
  if (isHidden(field)) {
    return typeof value === 'string' ? 'this text' : `this ${typeof value}`;
  }
  if (typeof value !== 'string') {
    return String(value);
  }
  const safe = value
    .replace(/\/\/[^/\s@]+@/g, '//…@')
    .replace(/([?&;][\w.-]+=)[^&;\s]+/g, '$1…');
  const short = safe.length > LONGEST ? `${safe.slice(0, LONGEST)}…` : safe;
  return JSON.stringify(short);
}
