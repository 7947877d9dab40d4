import type { KnownTable } from '../lineage/KnownTable';
import type { DatasetAddress } from './DatasetAddress';

/**
 * Reads from a table's options which data it stands for; undefined when they do not
 * say it.
 *
 * @public
 */
export function datasetOf(_table: KnownTable): DatasetAddress | undefined {
  return undefined;
}
