import type { DatasetAddress, NamedDataset } from './DatasetName';
import { bareAuthority, serversOf, withPort } from './authority';
import {
  fileNamespace,
  nameOfFileUri,
  pathName,
  shownAuthority,
} from './fileName';
import { lakeName } from './lakeName';
import { namingRuleOf, systemOf } from './namingRules';
import type { NamingRule } from './namingRules';

/**
 * The OpenLineage name of what lies at an address, by the naming
 * specification. Ports that are not written are added (`postgres://db` →
 * `postgres://db:5432`), of several Kafka servers the first is taken, as
 * Flink's own listener does. Without an authority the namespace is the
 * system's scheme alone: known to be incomplete, never made up.
 *
 * Never throws. Credentials in an authority are left out.
 *
 * @public
 */
export function datasetNameOf(address: DatasetAddress): NamedDataset {
  const system = systemOf(address.system);
  const rule = namingRuleOf(system);
  switch (rule.form) {
    case 'files':
    case 'objects':
      return fileName(address, rule);
    case 'lake':
      return lakeName(address, system);
    case 'global':
      return { namespace: rule.scheme, name: address.path.join('.') };
    case 'nothing':
      return {
        namespace: `${rule.scheme}://${system}`,
        name: address.path.join('.'),
      };
    default:
      return tableName(address, rule, system);
  }
}

function fileName(address: DatasetAddress, rule: NamingRule): NamedDataset {
  const path = address.path.join('/');
  const uri = nameOfFileUri(path);
  // A path that is itself a URI says more than the address around it.
  if (uri && !path.startsWith('/')) return uri;
  const [server] = (address.authority ?? '').split(/[,;]/);
  const authority = shownAuthority(bareAuthority(server), rule);
  return {
    namespace: fileNamespace(rule.scheme, authority),
    name: pathName(path, rule),
  };
}

function tableName(
  address: DatasetAddress,
  rule: NamingRule,
  system: string,
): NamedDataset {
  if (system === 'glue') return glueName(address);
  const { authority = '' } = address;
  const servers = serversOf(authority).map(server => withPort(server, rule));
  const used = rule.firstServer ? servers.slice(0, 1) : servers;
  const parts = [...address.path];
  if (rule.defaultSchema && parts.length === 2) {
    parts.splice(1, 0, rule.defaultSchema);
  }
  return {
    namespace:
      used.length > 0 ? `${rule.scheme}://${used.join(',')}` : rule.scheme,
    name: parts.join(rule.separator ?? '.'),
  };
}

function glueName({ authority = '', path }: DatasetAddress): NamedDataset {
  return {
    namespace: authority.startsWith('arn:')
      ? authority
      : `arn:aws:glue:${authority}`,
    name: ['table', ...path].join('/'),
  };
}
