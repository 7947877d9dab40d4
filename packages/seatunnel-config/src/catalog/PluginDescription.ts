import type { PluginKind } from '../model/JobConfig';
import type { JsonValue } from '../model/JsonValue';

/**
 * The options that plugins declare, as their jars say.
 *
 * @public
 */
export type OptionCatalog = {
  /** Version of SeaTunnel that it was taken from. */
  seatunnel: string;
  env: OptionDescription[];
  plugins: PluginDescription[];
};

/** One plugin. @public */
export type PluginDescription = {
  kind: PluginKind;
  /** Factory identifier; SeaTunnel ignores its case. */
  name: string;
  /** Maven artifact of the jar, e.g. `connector-jdbc`. */
  artifact: string;
  /** Where it differs from the catalogue's. */
  version?: string;
  options: OptionDescription[];
  rules: OptionRule[];
};

/** One option. @public */
export type OptionDescription = {
  key: string;
  type: OptionType;
  default?: JsonValue;
  /** What an `enum` may be; case does not count. */
  values?: string[];
  /** Older names that are read too. */
  fallback?: string[];
  description?: string;
  /** Has a meaning only where a conditional rule says so. */
  conditional?: boolean;
};

/** What a value must look like. @public */
export type OptionType =
  | 'string'
  | 'int'
  | 'long'
  | 'double'
  | 'decimal'
  | 'boolean'
  | 'enum'
  | 'list<string>'
  | 'list<enum>'
  | 'list'
  | 'map<string>'
  | 'map'
  | 'object';

/**
 * Which options must be there: all (`required`), exactly one (`exclusive`),
 * all or none (`bundled`), all when a condition holds (`conditional`). An
 * option with a default counts as there for `required` and `conditional`.
 *
 * @public
 */
export type OptionRule = {
  rule: 'required' | 'exclusive' | 'bundled' | 'conditional';
  options: string[];
  /** For `conditional`: any of these holds; each is a list of [option, value] that all hold. */
  when?: Array<Array<[option: string, value: JsonValue]>>;
};
