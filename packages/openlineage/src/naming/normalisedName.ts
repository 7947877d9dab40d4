import type { DatasetName } from './DatasetName';
import { comparableServer, serversOf } from './authority';
import { fileNamespace, pathName } from './fileName';
import { namingRuleOf } from './namingRules';

/**
 * A form of a name by which different spellings of one dataset meet; for
 * comparing, not for showing. Scheme and hosts in lower case, of several
 * servers the first, no port that need not be written, `s3a` is `s3`,
 * PostgreSQL's `db.table` is `db.public.table`, paths without double slashes.
 * Names keep their case. What fits no rule stays as it is. Never throws, and
 * gives the same when it is applied again.
 *
 * @public
 */
export function normalisedName(dataset: DatasetName): DatasetName {
  const { namespace, name } = dataset;
  if (/^bigquery(:\/*)?$/i.test(namespace))
    return { namespace: 'bigquery', name };
  if (/^file(:\/*)?$/i.test(namespace)) {
    return { namespace: 'file', name: pathName(name, namingRuleOf('file')) };
  }
  const match = /^([A-Za-z][\w+.-]*):\/\/(.+)$/s.exec(namespace);
  // A job's name is no path behind a server, see `scopedToJob`.
  if (!match || match[1] === 'job') return { namespace, name };
  // Twice: Synapse's scheme is SQL Server's.
  const rule = namingRuleOf(namingRuleOf(match[1]).scheme);
  switch (rule.form) {
    case 'files':
    case 'objects':
      return {
        namespace: fileNamespace(
          rule.scheme,
          match[2].toLowerCase().replace(/\/+$/, ''),
        ),
        name: pathName(name, rule),
      };
    case 'tables': {
      const [server] = serversOf(match[2]);
      if (server === undefined) return { namespace, name };
      const parts = name.split('.');
      if (rule.defaultSchema && parts.length === 2) {
        parts.splice(1, 0, rule.defaultSchema);
      }
      return {
        namespace: `${rule.scheme}://${comparableServer(server, rule)}`,
        name: parts.join('.'),
      };
    }
    default:
      return { namespace: `${match[1].toLowerCase()}://${match[2]}`, name };
  }
}
