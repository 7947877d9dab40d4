import type {
  OptionCatalog,
  PluginDescription,
} from '../catalog/PluginDescription';
import { findPlugin, optionCatalog } from '../catalog/optionCatalog';
import { overlay } from '../catalog/overlay';
import type { ConfigProblem } from '../model/ConfigProblem';
import type { PluginKind } from '../model/JobConfig';
import type { JsonObject } from '../model/JsonValue';
import { checkRules } from './checkRules';
import { checkSchema } from './checkSchema';
import { checkSecrets } from './checkSecrets';
import type { LiteralSecrets } from './checkSecrets';
import { checkValue } from './checkValue';
import { isNewer } from './isNewer';
import { nearest } from './nearest';
import { givenValue } from './optionValue';

/** How to check. @public */
export type CheckOptions = {
  /** Default: the one that this package ships. */
  catalog?: OptionCatalog;
  /** Default `error`. */
  literalSecrets?: LiteralSecrets;
  /**
   * Version of the server. Where it is newer than the catalogue, what the
   * catalogue says is a warning only.
   */
  seatunnelVersion?: string;
};

/** Read by the engine in every block. */
const COMMON_OPTIONS = [
  'plugin_name',
  'parallelism',
  'plugin_input',
  'plugin_output',
  'source_table_name',
  'result_table_name',
  'multi_table_sink_replica',
];

/**
 * Checks the options of one block: the plugin's name, missing, excluding and
 * bundled options, types, unknown names, secrets written out.
 *
 * @param block - `path` is what problems call it, e.g. `sink[0].Jdbc`
 * @public
 */
export function checkOptions(
  block: {
    kind: PluginKind;
    plugin: string;
    options: JsonObject;
    path?: string;
  },
  check: CheckOptions = {},
): ConfigProblem[] {
  const { kind, plugin: name, options } = block;
  const { catalog = optionCatalog, literalSecrets = 'error' } = check;
  const path = block.path ?? `${kind}.${name}`;
  const secrets =
    literalSecrets === 'allow'
      ? []
      : checkSecrets(options, path, literalSecrets);
  const plugin = findPlugin(kind, name, catalog);
  const declared = plugin
    ? [
        ...checkRules(plugin, options, path),
        ...checkTypes(plugin, options, path),
        ...checkNames(plugin, options, path),
        ...(kind === 'source' ? checkSchema(options, path) : []),
      ]
    : unknownPlugin(kind, name, path, catalog);
  const newer = isNewer(check.seatunnelVersion, catalog.seatunnel);
  return [
    ...(newer ? declared.map(asWarning(catalog.seatunnel)) : declared),
    ...secrets,
  ];
}

function asWarning(version: string) {
  return (problem: ConfigProblem): ConfigProblem =>
    problem.severity === 'warning'
      ? problem
      : {
          ...problem,
          severity: 'warning',
          message: `${problem.message} (As of SeaTunnel ${version}; the server is newer.)`,
        };
}

function unknownPlugin(
  kind: PluginKind,
  name: string,
  path: string,
  catalog: OptionCatalog,
): ConfigProblem[] {
  const known = catalog.plugins
    .filter(plugin => plugin.kind === kind)
    .map(plugin => plugin.name);
  const others = overlay.otherPlugins[kind];
  if (others.some(other => other.toLowerCase() === name.toLowerCase())) {
    return [];
  }
  const like = nearest(name, [...known, ...others]);
  if (like) {
    return [
      {
        severity: 'error',
        message: `There is no ${kind} "${name}".`,
        remedy: `Did you mean ${like}?`,
        field: path,
      },
    ];
  }
  return [
    {
      severity: 'warning',
      message: `The ${kind} "${name}" is not known here, so its options are not checked.`,
      remedy: `Check that the server has it; known are ${known.join(
        ', ',
      )} and others.`,
      field: path,
    },
  ];
}

function checkTypes(
  plugin: PluginDescription,
  options: JsonObject,
  path: string,
): ConfigProblem[] {
  return plugin.options.flatMap(option => {
    const value = givenValue(options, option);
    const fault = value === undefined ? undefined : checkValue(option, value);
    if (!fault) return [];
    return [
      {
        severity: 'error',
        message: `${option.key} is ${fault.message}.`,
        remedy: fault.remedy,
        field: `${path}.${option.key}`,
      },
    ];
  });
}

function checkNames(
  plugin: PluginDescription,
  options: JsonObject,
  path: string,
): ConfigProblem[] {
  const known = plugin.options.flatMap(o => [o.key, ...(o.fallback ?? [])]);
  const all = new Set([...known, ...COMMON_OPTIONS]);
  return Object.keys(options)
    .filter(key => !all.has(key) && !known.some(name => isPart(key, name)))
    .map(key => {
      const like = nearest(key, known);
      return {
        severity: 'warning',
        message: `${plugin.name} declares no option ${key}; SeaTunnel may ignore it.`,
        remedy: like ? `Did you mean ${like}?` : 'Check its name.',
        field: `${path}.${key}`,
      };
    });
}

/** `schema.fields` is a part of `schema`, `fs` leads to `fs.s3a.endpoint`. */
function isPart(key: string, name: string): boolean {
  return key.startsWith(`${name}.`) || name.startsWith(`${key}.`);
}
