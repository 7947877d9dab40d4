import {
  JsonObject,
  PluginKind,
  checkOptions,
} from '@datalark/seatunnel-config';

/** What SeaTunnel would refuse in a plugin's options, for people. */
export function pluginProblems(
  value: { plugin?: string; options?: JsonObject },
  kind: PluginKind,
): string[] {
  const { plugin, options = {} } = value;
  if (!plugin) return [];
  return checkOptions({ kind, plugin, options, path: plugin })
    .filter(({ severity }) => severity === 'error')
    .map(({ field, message, remedy }) =>
      [field && `${field}:`, message, remedy].filter(Boolean).join(' '),
    );
}
