import type { DatasetReader } from './DatasetReader';
import { address } from './DatasetReader';
import { fileAddress } from './fileAddress';

/** Options that hold a table's own folder. */
const FOLDERS: Record<string, string> = {
  paimon: 'path',
  hudi: 'path',
  delta: 'table-path',
};

/**
 * A table of a lake format: by its own folder, by its catalog's server, or by the
 * warehouse that it lies in.
 */
export function lakeAddress(system: string): DatasetReader {
  return (option, { database, table }) => {
    const folder = option(FOLDERS[system] ?? '');
    if (folder) {
      const [file] = fileAddress(folder);
      // The folder says all: no name of database and table is added to it.
      return file ? [file] : [];
    }
    const server = option('uri');
    const warehouse = option('warehouse') ?? option('catalog.path');
    const kind =
      option('catalog-type') ?? option('metastore') ?? (server && 'hive');
    const isOnServer = server && (kind === 'hive' || kind === 'rest');
    return address(system, isOnServer ? server : warehouse ?? server, [
      option('catalog-database') ?? database,
      option('catalog-table') ?? table,
    ]);
  };
}
