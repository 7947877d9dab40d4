import type {
  OptionDescription,
  OptionRule,
  PluginDescription,
} from '../catalog/PluginDescription';
import type { ConfigProblem } from '../model/ConfigProblem';
import type { JsonObject } from '../model/JsonValue';
import { effectiveValue, givenValue, isOpen, sameSetting } from './optionValue';

/** Which rules of a plugin its options break; `path` names the block. */
export function checkRules(
  plugin: PluginDescription,
  options: JsonObject,
  path: string,
): ConfigProblem[] {
  const described = new Map(plugin.options.map(o => [o.key, o]));
  const describe = (key: string): OptionDescription =>
    described.get(key) ?? { key, type: 'object' };
  const isGiven = (key: string) =>
    givenValue(options, describe(key)) !== undefined;
  const isThere = (key: string) =>
    effectiveValue(options, describe(key)) !== undefined;

  return plugin.rules.flatMap(rule => {
    switch (rule.rule) {
      case 'exclusive':
        return exclusive(rule, isGiven, path);
      case 'bundled':
        return bundled(rule, isGiven, path);
      default: {
        const reason = conditionThatHolds(rule, options, describe);
        if (reason === undefined) return [];
        return rule.options
          .filter(key => !isThere(key))
          .map(key => missing(key, path, reason));
      }
    }
  });
}

/**
 * The condition of a rule in words, when it holds; '' for a rule without one;
 * `undefined` when it does not hold or nobody can know yet.
 */
export function conditionThatHolds(
  rule: OptionRule,
  options: JsonObject,
  describe: (key: string) => OptionDescription,
): string | undefined {
  if (!rule.when) return '';
  const holding = rule.when.find(all =>
    all.every(([key, expected]) => {
      const value = effectiveValue(options, describe(key));
      return (
        value !== undefined && !isOpen(value) && sameSetting(value, expected)
      );
    }),
  );
  return holding?.map(([key, value]) => `${key} = ${value}`).join(' and ');
}

function missing(key: string, path: string, reason: string): ConfigProblem {
  return {
    severity: 'error',
    message: reason
      ? `${key} is missing; it is needed because ${reason}.`
      : `${key} is missing.`,
    remedy: `Add ${key} to ${path}.`,
    field: `${path}.${key}`,
  };
}

function exclusive(
  { options: keys }: OptionRule,
  isGiven: (key: string) => boolean,
  path: string,
): ConfigProblem[] {
  const given = keys.filter(isGiven);
  if (given.length === 1) return [];
  return given.length === 0
    ? [
        {
          severity: 'error',
          message: `One of ${keys.join(', ')} is missing.`,
          remedy: `Add one of them to ${path}.`,
          field: `${path}.${keys[0]}`,
        },
      ]
    : [
        {
          severity: 'error',
          message: `${given.join(' and ')} exclude each other.`,
          remedy: `Keep one of them in ${path}.`,
          field: `${path}.${given[1]}`,
        },
      ];
}

function bundled(
  { options: keys }: OptionRule,
  isGiven: (key: string) => boolean,
  path: string,
): ConfigProblem[] {
  const absent = keys.filter(key => !isGiven(key));
  if (absent.length === 0 || absent.length === keys.length) return [];
  return absent.map(key => ({
    severity: 'error',
    message: `${key} is missing; ${keys.join(' and ')} go together.`,
    remedy: `Add ${key} to ${path}, or remove the others.`,
    field: `${path}.${key}`,
  }));
}
