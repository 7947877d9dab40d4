import type { OptionCatalog, OptionDescription } from './PluginDescription';
import { overlay } from './overlay';

/** Lays the corrections and descriptions written by hand over a catalogue. */
export function withOverlay(catalog: OptionCatalog): OptionCatalog {
  return {
    ...catalog,
    plugins: catalog.plugins.map(plugin => {
      const own = overlay.plugins[`${plugin.kind} ${plugin.name}`];
      const known = new Set(plugin.options.map(option => option.key));
      return {
        ...plugin,
        options: [
          ...plugin.options.map(corrected),
          ...(own?.undeclared ?? []).filter(option => !known.has(option.key)),
        ],
        rules: [...plugin.rules, ...(own?.rules ?? [])],
      };
    }),
  };
}

function corrected(option: OptionDescription): OptionDescription {
  const type = overlay.options[option.key]?.type;
  if (!type) return option;
  const { values, default: _, ...rest } = option;
  return { ...rest, type };
}
