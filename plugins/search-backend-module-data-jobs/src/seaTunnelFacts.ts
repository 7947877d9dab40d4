import { placedBlocks, readJobConfig } from '@datalark/seatunnel-config';
import { DefinitionFacts } from './definitionFacts';
import { isCredential, withoutCredentials } from './withoutCredentials';

const PLACES =
  /^(?:table|tables|table[-_]?names?|table[-_]paths?|topic|topics|path|index|collection|database|database-names|schema\.table)$/i;

/** Tables and plugins of a SeaTunnel job; one that cannot be read gives nothing. */
export function seaTunnelFacts(
  input: unknown,
  format: unknown,
): DefinitionFacts {
  const { config } = readJobConfig(input, {
    format: format === 'json' ? 'json' : 'hocon',
  });
  if (!config) return { text: '', tables: [], connectors: [] };
  const tables = new Set<string>();
  const connectors = new Set<string>();
  const lines: string[] = [];
  for (const { kind, block } of placedBlocks(config)) {
    if (kind !== 'transform') connectors.add(block.plugin);
    lines.push(`${kind} ${block.plugin}`);
    if (block.output) lines.push(block.output);
    for (const [key, value] of leavesOf(block.options)) {
      lines.push(`${key} = ${value}`);
      if (PLACES.test(key.split(/\.(?!table$)/).pop()!)) tables.add(value);
      if (/(?:^|\.)(?:query|sql)$/.test(key)) {
        for (const [, name] of value.matchAll(
          /\b(?:from|join|into)\s+([\w."`]+)/gi,
        )) {
          tables.add(name.replace(/["`]/g, ''));
        }
      }
    }
  }
  for (const [key, value] of leavesOf(config.env)) {
    lines.push(`${key} = ${value}`);
  }
  return {
    text: withoutCredentials(lines.join('\n')),
    tables: [...tables].filter(Boolean),
    connectors: [...connectors],
  };
}

/** Options with their dotted names; those that hold a credential are left out. */
function leavesOf(value: unknown, path = ''): Array<[string, string]> {
  if (Array.isArray(value)) return value.flatMap(one => leavesOf(one, path));
  if (value && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, inner]) =>
      isCredential(key) ? [] : leavesOf(inner, path ? `${path}.${key}` : key),
    );
  }
  return value === null || value === undefined ? [] : [[path, String(value)]];
}
