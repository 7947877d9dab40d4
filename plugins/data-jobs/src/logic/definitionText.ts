import { JobSpec } from '@datalark/backstage-plugin-data-jobs-common';

/** How a definition's text is to be read. */
export type DefinitionLanguage =
  | 'flink-sql'
  | 'hocon'
  | 'json'
  | 'yaml'
  | 'text';

/** A definition as text, and the rest of the spec as JSON. */
export type DefinitionText = {
  language: DefinitionLanguage;
  text: string;
  settings: string;
};

/** Takes a spec apart into what people wrote and how it is run. */
export function definitionText(spec: JobSpec): DefinitionText {
  const { definition, ...settings } = spec as JobSpec & {
    definition: Record<string, unknown>;
  };
  return {
    ...textOf(definition ?? {}),
    settings: toJson(settings),
  };
}

/**
 * The spec with another text. Throws a `SyntaxError` when the text shall be
 * JSON and is not.
 */
export function withDefinitionText(spec: JobSpec, text: string): JobSpec {
  const definition = (spec as { definition: Record<string, unknown> })
    .definition;
  const key = textKey(definition);
  const value =
    key !== undefined && typeof definition[key] === 'string'
      ? text
      : JSON.parse(text);
  return {
    ...spec,
    definition: key === undefined ? value : { ...definition, [key]: value },
  } as JobSpec;
}

function textOf(definition: Record<string, unknown>): {
  language: DefinitionLanguage;
  text: string;
} {
  const key = textKey(definition);
  if (key === undefined) return { language: 'json', text: toJson(definition) };
  const value = definition[key];
  if (typeof value !== 'string') {
    return { language: 'json', text: toJson(value) };
  }
  if (key === 'sql') return { language: 'flink-sql', text: value };
  if (key === 'pipeline') return { language: 'yaml', text: value };
  return {
    language: definition.format === 'json' ? 'json' : 'hocon',
    text: value,
  };
}

function textKey(definition: Record<string, unknown>): string | undefined {
  return ['sql', 'config', 'pipeline'].find(key => key in definition);
}

function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
