import type { PluginKind } from '../model/JobConfig';
import type {
  OptionDescription,
  OptionRule,
  OptionType,
} from './PluginDescription';
import written from './overlayTexts.json';

/** Text in the languages of the portal. @public */
export type LocalText = { en: string; zh: string };

/** What people wrote about an option. */
export type OptionOverlay = {
  label?: LocalText;
  help?: LocalText;
  /** Shown at once, not under "advanced". */
  basic?: boolean;
  /** Holds a secret: only a reference is allowed. */
  secret?: boolean;
  example?: string;
  /** Corrects the declared type. */
  type?: OptionType;
  /** Text of several lines: `sql` or plain. */
  multiline?: boolean;
};

/** What servers take and what goes wrong all the same. */
export type Caution = {
  when?: [option: string, value: string];
  /** In jobs of this mode only. */
  mode?: 'BATCH' | 'STREAMING';
  /** The first version of SeaTunnel that has it; default: all before `upTo`. */
  from?: string;
  /** The last one. */
  upTo: string;
  message: string;
  remedy: string;
};

/** What people wrote about a plugin. */
export type PluginOverlay = {
  label?: LocalText;
  /** Ends only when told to, unless one of these settings is given. */
  endless?: { unless: Array<[option: string, value: string]> };
  /** Options shown at once, in this order. */
  basic?: string[];
  options?: Record<string, OptionOverlay>;
  /** Options that the plugin reads but does not declare. */
  undeclared?: OptionDescription[];
  /** Rules that the plugin enforces at its start but does not declare. */
  rules?: OptionRule[];
  cautions?: Caution[];
  /** Data source types that it reaches, and the options that they fill. */
  dataSources?: Record<string, Record<string, string>>;
};

/** `overlayTexts.json`, typed. */
export type Overlay = {
  /** By option key, for all plugins. */
  options: Record<string, OptionOverlay>;
  /** By kind and name: `sink Jdbc`. */
  plugins: Record<string, PluginOverlay>;
  /** Plugins of SeaTunnel whose options the catalogue does not have. */
  otherPlugins: Record<PluginKind, string[]>;
};

export const overlay = written as unknown as Overlay;
