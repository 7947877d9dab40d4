import { systemOf } from '@datalark/openlineage';

/** The system that a namespace names: `kafka`, `postgres`; undefined: it names none. */
export function dataSystemOf(namespace: string): string | undefined {
  const scheme = /^([A-Za-z][\w+.-]*)(?::\/\/|$)/.exec(namespace)?.[1];
  if (!scheme || scheme === 'job') return undefined;
  return systemOf(scheme);
}
