import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  LineageChange,
  LineageGraph,
  LineageName,
  LineageNode,
  nodeId,
  NodeType,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { fullRef } from '../catalog/entityLinks';
import { NodeName } from '../database/NodeStore';

/**
 * A change as a graph. Names stand in definitions that the caller has, so none is
 * hidden; of what he may not see in the graph there is nothing but the name.
 */
export function previewGraph(options: {
  change: LineageChange;
  known: readonly { name: NodeName; node: LineageNode }[];
  job: LineageName;
  entity?: Entity;
  asOf: string;
}): LineageGraph {
  const { change, known, job, entity, asOf } = options;
  const seen = new Map(
    known.map(({ name, node }) => [nodeId(name.type, name), node]),
  );
  const shown = (type: NodeType, name: LineageName): VisibleNode => {
    const id = nodeId(type, name);
    const node = seen.get(id);
    return node && !node.hidden
      ? { ...node, id }
      : { ...bareNode(type, name), id };
  };
  return {
    roots: [change.job],
    nodes: [
      { ...shown('job', job), ...(entity && jobFacts(entity)) },
      ...[...change.datasets.values()].map(name => shown('dataset', name)),
    ],
    edges: change.edges.map(edge => ({
      ...edge,
      origins: ['inferred'],
      firstSeenAt: asOf,
      lastSeenAt: asOf,
    })),
    columnLinks: change.links.map(link => ({ ...link, origins: ['inferred'] })),
    asOf,
  };
}

function bareNode(type: NodeType, { namespace, name }: LineageName) {
  return {
    type,
    namespace,
    name,
    title: name.split(/[./]/).filter(Boolean).at(-1) ?? name,
    more: { upstream: 0, downstream: 0 },
  };
}

function jobFacts(entity: Entity): Partial<VisibleNode> {
  return {
    title: entity.metadata.title ?? entity.metadata.name,
    entityRef: stringifyEntityRef(entity),
    owner: fullRef(entity, 'owner', 'Group'),
    system: fullRef(entity, 'system', 'System'),
  };
}
