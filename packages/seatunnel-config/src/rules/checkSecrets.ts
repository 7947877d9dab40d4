import { overlay } from '../catalog/overlay';
import type { ConfigProblem } from '../model/ConfigProblem';
import { placedBlocks } from '../model/JobConfig';
import type { JobConfig } from '../model/JobConfig';
import { isJsonObject } from '../model/JsonValue';
import type { JsonObject, JsonValue } from '../model/JsonValue';

/** What to think of secrets written out: `allow` where references are already resolved. @public */
export type LiteralSecrets = 'error' | 'warning' | 'allow';

const SECRET_KEY =
  /(^|[._-])(pass|passwd|password|passphrase|secret|token|credentials?|authorization(_code)?|api[._-]?key|access[._-]?key|secret[._-]?key|private[._-]?key|account[._-]?key|sasl\.jaas\.config)$|password$|secret[_-]?key$/i;
const URL_SECRET =
  /\/\/[^/?#\s:@]+:([^/?#\s@]+)@|[?&;](?:password|passwd|pwd|token|secret)=([^&;\s]+)/i;
const REFERENCE = /\$\{secret:[^}]+\}/;

/**
 * Tells whether an option holds a secret, by its own entry in the overlay or
 * by its name.
 *
 * @public
 */
export function isSecretOption(key: string): boolean {
  return overlay.options[key]?.secret ?? SECRET_KEY.test(key);
}

/**
 * Finds the secrets that a job writes out, instead of referring to them. For
 * definitions as people write them, before references are resolved. No message
 * holds a secret.
 *
 * @public
 */
export function literalSecretsOf(job: JobConfig): ConfigProblem[] {
  return placedBlocks(job).flatMap(({ block, path }) =>
    checkSecrets(block.options, path, 'error'),
  );
}

/** Finds secrets that are written out. No message holds one. */
export function checkSecrets(
  options: JsonObject,
  path: string,
  severity: Exclude<LiteralSecrets, 'allow'>,
): ConfigProblem[] {
  return Object.entries(options).flatMap(([key, value]) =>
    inValue(key, value, `${path}.${key}`, severity),
  );
}

function inValue(
  key: string,
  value: JsonValue,
  field: string,
  severity: 'error' | 'warning',
): ConfigProblem[] {
  if (isJsonObject(value)) return checkSecrets(value, field, severity);
  if (Array.isArray(value)) {
    return value.flatMap((item, i) =>
      inValue(key, item, `${field}[${i}]`, severity),
    );
  }
  if (typeof value !== 'string' || value === '') return [];
  const inUrl = URL_SECRET.exec(value);
  const urlSecret = inUrl?.[1] ?? inUrl?.[2];
  if (urlSecret !== undefined && !REFERENCE.test(urlSecret)) {
    return [problem('holds a secret in its address', field, severity)];
  }
  if (!isSecretOption(key) || REFERENCE.test(value)) return [];
  return value.includes('${')
    ? [
        problem(
          'takes a secret from a variable, which everybody can read',
          field,
          severity,
        ),
      ]
    : [problem('is a secret and is written out', field, severity)];
}

function problem(
  what: string,
  field: string,
  severity: 'error' | 'warning',
): ConfigProblem {
  return {
    severity,
    message: `${field.replace(/^.*\]\.[^.]+\./, '')} ${what}.`,
    remedy:
      'Write ${secret:name} there, and put the value into dataJobs.secrets.name of the portal.',
    field,
  };
}
