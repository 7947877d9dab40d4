import { ResolvedDefinition } from '@datalark/backstage-plugin-data-jobs-node';
import { isSignificant, splitStatements } from '@datalark/flink-sql';
import { settingKey } from '../sql/setStatement';

const KEY = 'execution.checkpointing.interval';

const UNITS: Array<[RegExp, number]> = [
  [/^(?:ms|milli|millis|millisecond|milliseconds)?$/, 1],
  [/^(?:s|sec|secs|second|seconds)$/, 1_000],
  [/^(?:m|min|minute|minutes)$/, 60_000],
  [/^(?:h|hour|hours)$/, 3_600_000],
  [/^(?:d|day|days)$/, 86_400_000],
];

/**
 * How often a job takes checkpoints, in milliseconds: by a SET of its script,
 * else its configuration, else what the cluster gives every job; 0, never, when
 * none says. Undefined for what is not understood, and for a program that may
 * have set it by itself.
 */
export async function checkpointInterval(
  { type, definition, configuration }: ResolvedDefinition,
  clusterSettings: () => Promise<Record<string, string>>,
): Promise<number | undefined> {
  const { sql } = (definition ?? {}) as { sql?: unknown };
  const own =
    (typeof sql === 'string' ? setIn(sql) : undefined) ?? configuration[KEY];
  if (own !== undefined) return milliseconds(own);
  return type === 'flink-sql'
    ? milliseconds((await clusterSettings())[KEY] ?? 0)
    : undefined;
}

/** The last SET of the interval that no RESET takes back. */
function setIn(sql: string): string | undefined {
  let value: string | undefined;
  for (const statement of splitStatements(sql)) {
    const { kind, tokens } = statement;
    if (kind !== 'set' && kind !== 'reset') continue;
    const key = settingKey(statement);
    if (kind === 'reset' && (!key || key === KEY)) value = undefined;
    if (kind !== 'set' || key !== KEY) continue;
    const words = tokens.filter(isSignificant).map(({ text }) => text);
    value = words
      .slice(words.indexOf('=') + 1)
      .join(' ')
      .replace(/^'(.*)'$/, '$1');
  }
  return value;
}

function milliseconds(value: unknown): number | undefined {
  const match = /^(\d+)\s*([a-z]*)$/.exec(String(value).trim().toLowerCase());
  const unit = match && UNITS.find(([words]) => words.test(match[2]));
  return match && unit ? Number(match[1]) * unit[1] : undefined;
}
