import type { KnownTable } from '../lineage/KnownTable';
import { CATALOGS, CONNECTORS } from './connectors';
import type { DatasetAddress } from './DatasetAddress';
import type { Options } from './DatasetReader';

/**
 * Reads from a table's options, or those of its catalog, which data it stands for:
 * several for a list of topics, none where the options do not say it (a pattern of
 * topics, an unknown connector, a view). Never throws; credentials are left out.
 *
 * @public
 */
export function datasetsOf(table: KnownTable): DatasetAddress[] {
  const { options = {}, catalogOptions = {}, path, kind = 'table' } = table;
  if (kind === 'view' || kind === 'model') return [];
  const option = optionsOf(options);
  const connector = option('connector');
  if (connector) {
    const reader = own(CONNECTORS, connector.toLowerCase());
    return reader?.(option, path) ?? [];
  }
  const type = catalogOptions.type?.toLowerCase() ?? '';
  const reader = own(CATALOGS, type);
  return reader?.(optionsOf({ ...catalogOptions, ...options }), path) ?? [];
}

/**
 * The one dataset that a table stands for; undefined when it is none, several or
 * unknown: see {@link datasetsOf}.
 *
 * @public
 */
export function datasetOf(table: KnownTable): DatasetAddress | undefined {
  const found = datasetsOf(table);
  return found.length === 1 ? found[0] : undefined;
}

function optionsOf(options: Record<string, string>): Options {
  return key => own(options, key) || undefined;
}

function own<T>(
  record: Readonly<Record<string, T>>,
  key: string,
): T | undefined {
  return Object.prototype.hasOwnProperty.call(record, key)
    ? record[key]
    : undefined;
}
