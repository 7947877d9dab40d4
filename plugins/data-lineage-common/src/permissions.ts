import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * See a node that is a catalog entity. On the entity: what may not be seen is a
 * grey node without a name.
 *
 * @public
 */
export const lineageReadPermission = createPermission({
  name: 'data-lineage.node.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});
/** See datasets and jobs that are no catalog entities. @public */
export const lineageReadUnownedPermission = createPermission({
  name: 'data-lineage.unowned.read',
  attributes: { action: 'read' },
});
/** Send OpenLineage events. @public */
export const lineageIngestPermission = createPermission({
  name: 'data-lineage.event.create',
  attributes: { action: 'create' },
});
/** Read raw events as they came in: they may name anything. @public */
export const lineageEventReadPermission = createPermission({
  name: 'data-lineage.event.read',
  attributes: { action: 'read' },
});
/** Add and remove aliases, rebuild the graph. @public */
export const lineageCuratePermission = createPermission({
  name: 'data-lineage.curate',
  attributes: { action: 'update' },
});
/** Write to the owners of what depends on something. @public */
export const lineageNotifyPermission = createPermission({
  name: 'data-lineage.owners.notify',
  attributes: { action: 'create' },
});
/** Let a change pass that asks for review. On the DataJob entity. @public */
export const lineageApprovePermission = createPermission({
  name: 'data-lineage.change.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** All permissions of data-lineage. @public */
export const dataLineagePermissions = [
  lineageReadPermission,
  lineageReadUnownedPermission,
  lineageIngestPermission,
  lineageEventReadPermission,
  lineageCuratePermission,
  lineageNotifyPermission,
  lineageApprovePermission,
];
