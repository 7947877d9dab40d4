import type { KnownTable } from '@datalark/flink-sql';
import { datasetsOf, tableName } from '@datalark/flink-sql';
import type { JobDataset } from '@datalark/openlineage';
import {
  datasetNameOf,
  namingRuleOf,
  scopedToJob,
  systemOf,
} from '@datalark/openlineage';
import type { LineageName } from '../NodeId';

/** The catalog of every new session: what is in it lives as long as the session. */
const SESSION_CATALOG = 'default_catalog';

/**
 * The table by the name of the data behind it, with the session's name of it as
 * a symlink within the job: that is how Flink's listener calls tables that it
 * cannot name. Generators and the like have only that one. A list of topics is
 * several datasets, and the session's name is that of none of them. Without a
 * session nobody calls tables so.
 */
export function datasetsOfTable(
  table: KnownTable,
  job: LineageName,
  hasSession = true,
): JobDataset[] {
  const columns = table.columns?.filter(({ kind }) => kind !== 'computed');
  const schema = columns && {
    schema: columns.map(({ name, type }) => ({ name, ...(type && { type }) })),
  };
  const name = tableName(table.path);
  const local = scopedToJob({ namespace: '', name }, job);
  const addresses = datasetsOf(table);
  if (addresses.length === 0) {
    const { catalog, database } = table.path;
    const isSessions = catalog === SESSION_CATALOG || table.options;
    const own = isSessions
      ? local
      : {
          namespace: `catalog://${catalog}`,
          name: `${database}.${table.path.table}`,
        };
    return [{ ...own, ...schema }];
  }
  return addresses.map(address => {
    if (namingRuleOf(systemOf(address.system)).form === 'nothing') {
      return { ...local, ...schema };
    }
    const named = datasetNameOf(address);
    const symlinks = [
      ...(named.symlinks ?? []),
      ...(hasSession && addresses.length === 1
        ? [{ ...local, type: 'TABLE' }]
        : []),
    ];
    return {
      ...pairOf(named),
      ...schema,
      ...(symlinks.length > 0 && { symlinks }),
    };
  });
}

/** Topics by a pattern: which there are nobody knows before it runs. */
export function isPatternOfTopics({ options = {} }: KnownTable): boolean {
  return Boolean(options['topic-pattern']);
}

/** Namespace and name alone. */
export function pairOf({ namespace, name }: LineageName): LineageName {
  return { namespace, name };
}
