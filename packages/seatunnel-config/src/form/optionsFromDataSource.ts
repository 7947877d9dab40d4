import { findPlugin } from '../catalog/optionCatalog';
import { overlay } from '../catalog/overlay';
import type { PluginKind } from '../model/JobConfig';

/** What a DataSource entity says: its type, its addresses, its references to secrets. @public */
export type DataSourceConnection = {
  type: string;
  connection: Record<string, string | number | boolean>;
  /** `secret:name` each. */
  credentials?: Record<string, string>;
};

/**
 * The options of a plugin that a data source fills. Empty when the plugin does
 * not reach that type of system. Options whose parts are missing are left out.
 *
 * @example
 * ```ts
 * optionsFromDataSource(
 *   { kind: 'sink', plugin: 'Kafka' },
 *   { type: 'kafka', connection: { bootstrapServers: 'kafka-1:9092' } },
 * ); // { 'bootstrap.servers': 'kafka-1:9092' }
 * ```
 *
 * @public
 */
export function optionsFromDataSource(
  plugin: { kind: PluginKind; plugin: string },
  dataSource: DataSourceConnection,
): Record<string, string> {
  const templates = templatesOf(plugin)[dataSource.type] ?? {};
  const result: Record<string, string> = {};
  for (const [key, template] of Object.entries(templates)) {
    const value = fill(template, dataSource);
    if (value !== undefined) result[key] = value;
  }
  return result;
}

/**
 * The types of data sources that a plugin reaches, e.g. `kafka`.
 *
 * @public
 */
export function dataSourceTypes(plugin: {
  kind: PluginKind;
  plugin: string;
}): string[] {
  return Object.keys(templatesOf(plugin));
}

function templatesOf(plugin: { kind: PluginKind; plugin: string }) {
  const described = findPlugin(plugin.kind, plugin.plugin);
  return (
    (described &&
      overlay.plugins[`${described.kind} ${described.name}`]?.dataSources) ??
    {}
  );
}

function fill(
  template: string,
  { connection, credentials = {} }: DataSourceConnection,
): string | undefined {
  let complete = true;
  const text = template.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const secret = Object.hasOwn(credentials, name)
      ? credentials[name]
      : undefined;
    if (secret) return `\${${secret}}`;
    const value = Object.hasOwn(connection, name)
      ? connection[name]
      : undefined;
    if (value === undefined) complete = false;
    return String(value);
  });
  return complete ? text : undefined;
}
