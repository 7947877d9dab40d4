import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { isDataSourceEntity } from '@datalark/backstage-plugin-data-entities-common';
import { filledText } from '@datalark/backstage-plugin-data-lineage-common';
import { datasetNameOf } from '@datalark/openlineage';
import { SourceLink } from '../database/EntityLinkStore';
import { fullRef } from './entityLinks';
import { SyncSettings } from './SyncSettings';

/** Where the connection of a DataSource may say its address. */
const ADDRESSES = [
  'bootstrapServers',
  'host',
  'url',
  'uri',
  'fenodes',
  'hosts',
];

/**
 * The namespaces that DataSources stand for. One that several share (databases of
 * one server) tells nobody which of them holds a dataset, so it is left out.
 */
export function sourceLinks(
  entities: readonly Entity[],
  settings: SyncSettings,
): SourceLink[] {
  const found = new Map<string, SourceLink | undefined>();
  for (const entity of entities) {
    const namespace = namespaceOf(entity, settings);
    if (namespace === undefined) continue;
    found.set(
      namespace,
      found.has(namespace)
        ? undefined
        : {
            namespace,
            source: stringifyEntityRef(entity),
            owner: fullRef(entity, 'owner', 'Group'),
            system: fullRef(entity, 'system', 'System'),
          },
    );
  }
  return [...found.values()].flatMap(link => link ?? []);
}

function namespaceOf(
  entity: Entity,
  { variables }: SyncSettings,
): string | undefined {
  if (!isDataSourceEntity(entity)) return undefined;
  const { connection, type } = entity.spec;
  const text = (key: string) =>
    connection[key] === undefined
      ? undefined
      : filledText(String(connection[key]), variables).text;
  const address = ADDRESSES.map(text).find(Boolean);
  if (!address) return undefined;
  const port = text('port');
  const { namespace } = datasetNameOf({
    system: type,
    authority: port ? `${address}:${port}` : address,
    path: ['-'],
  });
  return namespace.includes('://') ? namespace : undefined;
}
