import type { DatasetAddress, NamedDataset } from './DatasetName';
import { bareAuthority, withoutCredentials } from './authority';
import { nameOfFileUri, pathName } from './fileName';
import { namingRuleOf } from './namingRules';

/**
 * Names of Iceberg, Paimon, Hudi and Delta tables: the physical path, with the
 * catalog's name as symlink. Only the catalog is known: its server and the
 * table's name.
 */
export function lakeName(
  address: DatasetAddress,
  system: string,
): NamedDataset {
  const { authority = '', path } = address;
  const table = path.join('.');
  const place = nameOfFileUri(authority);
  if (!place)
    return { namespace: catalogNamespace(authority, system), name: table };
  if (path.length === 0) return place;
  const rule = namingRuleOf(place.namespace.split(':')[0]);
  const folders = [...path];
  // Paimon and Hive keep a database in a folder `name.db`.
  if (system === 'paimon' && folders.length > 1) {
    folders[folders.length - 2] += '.db';
  }
  return {
    namespace: place.namespace,
    name: pathName([place.name, ...folders].join('/'), rule),
    symlinks: [
      {
        namespace: `${place.namespace}${place.name.startsWith('/') ? '' : '/'}${
          place.name
        }`,
        name: table,
        type: 'TABLE',
      },
    ],
  };
}

function catalogNamespace(authority: string, system: string): string {
  if (authority === '') return system;
  const scheme = authority.startsWith('thrift:') ? 'hive' : system;
  const [server] = authority.split(',');
  return `${scheme}://${withoutCredentials(bareAuthority(server))}`;
}
