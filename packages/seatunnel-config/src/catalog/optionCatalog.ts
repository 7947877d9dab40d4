import type { PluginKind } from '../model/JobConfig';
import type { OptionCatalog, PluginDescription } from './PluginDescription';
import { withOverlay } from './withOverlay';
import generated from './seatunnel-2.3.8.json';

/**
 * The catalogue of SeaTunnel 2.3.8: 45 plugins, from their jars, with our
 * corrections. See the README for how it is made.
 *
 * @public
 */
export const optionCatalog: OptionCatalog = withOverlay(
  generated as unknown as OptionCatalog,
);

/**
 * Finds a plugin; case does not count, as in SeaTunnel.
 *
 * @public
 */
export function findPlugin(
  kind: PluginKind,
  name: string,
  catalog: OptionCatalog = optionCatalog,
): PluginDescription | undefined {
  const wanted = name.toLowerCase();
  return catalog.plugins.find(
    plugin => plugin.kind === kind && plugin.name.toLowerCase() === wanted,
  );
}
