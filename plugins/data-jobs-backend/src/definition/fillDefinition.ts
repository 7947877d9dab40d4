import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import { EffectiveSpec } from './effectiveSpec';

/** What a secret reference is replaced by; see `SecretResolver.resolve`. */
export type SecretLookup = (
  name: string,
) => { value: string } | { problem: 'unknown' | 'denied' };

/** A definition with its references replaced, and what could not be. */
export type FilledDefinition = {
  definition: EffectiveSpec['definition'];
  configuration: EffectiveSpec['configuration'];
  problems: DefinitionProblem[];
};

const REFERENCE =
  /\$\$\{|\$\{(?:secret:([A-Za-z0-9][-A-Za-z0-9_.]*)|([A-Za-z_][A-Za-z0-9_]*))\}/g;

/**
 * Puts variables and secrets into a definition and its configuration.
 * `${NAME}` is a variable, `${secret:name}` a secret, `$${` a literal `${`;
 * anything else that looks alike (`${a.b}` of HOCON) is left as it is. The
 * value of a variable may refer to secrets, not to variables.
 */
export function fillDefinition(
  spec: EffectiveSpec,
  secretOf: SecretLookup,
): FilledDefinition {
  const problems = new Map<string, DefinitionProblem>();
  const report = (field: string, message: string, remedy: string) =>
    problems.set(`${field} ${message}`, {
      severity: 'error',
      field,
      message,
      remedy,
    });

  const secret = (name: string, field: string) => {
    const found = secretOf(name);
    if ('value' in found) return escapeFor(field, found.value);
    if (found.problem === 'denied') {
      report(
        field,
        `The secret "${name}" may not be used by this job.`,
        `Add the job or its owner to dataJobs.secretAccess.${name} in app-config, or use another secret.`,
      );
    } else {
      report(
        field,
        `There is no secret "${name}".`,
        `Add dataJobs.secrets.${name} to app-config, or correct the name.`,
      );
    }
    return '';
  };

  const fill = (text: string, field: string, withVariables: boolean): string =>
    text.replace(REFERENCE, (whole, secretName, variable) => {
      if (whole === '$${') return '${';
      if (secretName) return secret(secretName, field);
      if (!withVariables) return whole;
      const value = spec.variables[variable];
      if (value !== undefined) return fill(String(value), field, false);
      report(
        field,
        `The variable "${variable}" has no value.`,
        `Give it one under spec.variables.${variable}; write $\${${variable}} when the text itself is meant.`,
      );
      return '';
    });

  const walk = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') return fill(value, field, true);
    if (Array.isArray(value)) {
      return value.map((one, index) => walk(one, `${field}[${index}]`));
    }
    if (value && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          walk(inner, `${field}.${key}`),
        ]),
      );
    }
    return value;
  };

  return {
    definition: walk(
      spec.definition,
      'spec.definition',
    ) as EffectiveSpec['definition'],
    configuration: walk(
      spec.configuration,
      'spec.configuration',
    ) as EffectiveSpec['configuration'],
    problems: [...problems.values()],
  };
}

/** Names of the secrets that a job refers to anywhere. */
export function secretsNamedIn(value: unknown): string[] {
  const text = JSON.stringify(value ?? null);
  return [
    ...new Set(
      [...text.matchAll(REFERENCE)].flatMap(([, name]) => (name ? [name] : [])),
    ),
  ];
}

// A secret sits inside a literal: a quote in it must not end the literal.
function escapeFor(field: string, value: string): string {
  if (field === 'spec.definition.sql') return value.replaceAll("'", "''");
  if (field === 'spec.definition.config') {
    return JSON.stringify(value).slice(1, -1);
  }
  return value;
}
