import type {
  OptionCatalog,
  OptionDescription,
} from '../catalog/PluginDescription';
import { findPlugin, optionCatalog } from '../catalog/optionCatalog';
import { overlay } from '../catalog/overlay';
import type { LocalText, OptionOverlay } from '../catalog/overlay';
import type { PluginKind } from '../model/JobConfig';
import type { JsonObject, JsonValue } from '../model/JsonValue';
import { isSecretOption } from '../rules/checkSecrets';
import { givenValue } from '../rules/optionValue';
import { RuleState } from './RuleState';

/** How a field is edited. @public */
export type FormFieldKind =
  | 'text'
  | 'multiline'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'list'
  | 'map'
  /** A list of blocks, or a block in a block: edited as text. */
  | 'structure'
  /** Takes `${secret:name}` and nothing else. */
  | 'secret';

/** One field of the form of a plugin. @public */
export type FormField = {
  /** Option key. */
  key: string;
  kind: FormFieldKind;
  label: string;
  description?: string;
  /** The given value; absent where none is given. */
  value?: JsonValue;
  default?: JsonValue;
  /** For `choice`, and what the entries of a `list` may be. */
  choices?: string[];
  example?: string;
  /** Must be filled in now. */
  required: boolean;
  /** Has a meaning now, or a value. */
  visible: boolean;
  group: 'basic' | 'advanced';
  /** Other options of which exactly one, this included, must be given. */
  alternatives?: string[];
};

/**
 * The fields of a plugin's form for the values given so far: in order, the
 * ones most people need first. Empty for a plugin without a description.
 *
 * @param plugin - the block's section and plugin name
 * @param values - the block's options
 * @param options - `language`: `en` (default) or one that begins with `zh`
 * @public
 */
export function formFields(
  plugin: { kind: PluginKind; plugin: string },
  values: JsonObject,
  options: { language?: string; catalog?: OptionCatalog } = {},
): FormField[] {
  const described = findPlugin(plugin.kind, plugin.plugin, options.catalog);
  if (!described) return [];
  const written = overlay.plugins[`${described.kind} ${described.name}`] ?? {};
  const state = new RuleState(described, values);
  const fields = described.options.map(option =>
    field(
      option,
      { ...overlay.options[option.key], ...written.options?.[option.key] },
      values,
      state,
      (written.basic ?? []).includes(option.key),
      options.language ?? 'en',
    ),
  );
  return ordered(fields, written.basic ?? []);
}

/**
 * The fields of `env`.
 *
 * @public
 */
export function envFields(
  values: JsonObject,
  options: { language?: string; catalog?: OptionCatalog } = {},
): FormField[] {
  const { catalog = optionCatalog, language = 'en' } = options;
  const basic = ['job.mode', 'parallelism', 'checkpoint.interval'];
  const none = new RuleState({ options: catalog.env, rules: [] }, values);
  const fields = catalog.env.map(option =>
    field(
      option,
      overlay.options[option.key] ?? {},
      values,
      none,
      basic.includes(option.key),
      language,
    ),
  );
  return ordered(fields, basic);
}

/**
 * A plugin's name for people.
 *
 * @public
 */
export function pluginLabel(
  plugin: { kind: PluginKind; plugin: string },
  language: string = 'en',
): string {
  const described = findPlugin(plugin.kind, plugin.plugin);
  const label =
    described && overlay.plugins[`${described.kind} ${described.name}`]?.label;
  return label ? localText(label, language) : plugin.plugin;
}

function field(
  option: OptionDescription,
  written: OptionOverlay,
  values: JsonObject,
  state: RuleState,
  basic: boolean,
  language: string,
): FormField {
  const { key } = option;
  const value = givenValue(values, option);
  const required = state.isRequired(option, value);
  const description = written.help
    ? localText(written.help, language)
    : option.description;
  const kind = fieldKind(option, written);
  const hasDefault = option.default !== undefined && kind !== 'secret';
  const alternatives = state.alternatives(key);
  return {
    key,
    kind,
    label: written.label ? localText(written.label, language) : humanized(key),
    ...(description && { description }),
    ...(value !== undefined && { value }),
    ...(hasDefault && { default: option.default }),
    ...(option.values && { choices: option.values }),
    ...(written.example && { example: written.example }),
    required,
    visible: value !== undefined || !option.conditional || state.applies(key),
    group: basic || written.basic || required ? 'basic' : 'advanced',
    ...(alternatives && { alternatives }),
  };
}

function fieldKind(
  option: OptionDescription,
  written: OptionOverlay,
): FormFieldKind {
  if (isSecretOption(option.key)) return 'secret';
  switch (option.type) {
    case 'int':
    case 'long':
    case 'double':
    case 'decimal':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'enum':
      return 'choice';
    case 'list<string>':
    case 'list<enum>':
      return 'list';
    case 'map<string>':
      return 'map';
    case 'string':
      return written.multiline ? 'multiline' : 'text';
    default:
      return 'structure';
  }
}

/** Basic fields first, in the order written; the rest as declared. */
function ordered(fields: FormField[], basic: string[]): FormField[] {
  const rank = ({ key, group, required }: FormField) => {
    const place = basic.indexOf(key);
    if (place >= 0) return place;
    if (group === 'basic' && required) return basic.length;
    return group === 'basic' ? basic.length + 1 : basic.length + 2;
  };
  return [...fields].sort((a, b) => rank(a) - rank(b));
}

function localText(text: LocalText, language: string): string {
  return language.toLowerCase().startsWith('zh') ? text.zh : text.en;
}

/** `partition_lower_bound` → `Partition lower bound`. */
function humanized(key: string): string {
  const words = key.replace(/[._-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
