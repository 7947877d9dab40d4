import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  NodeId,
  parseNodeId,
} from '@datalark/backstage-plugin-data-lineage-common';
import { Caller } from '../service/Caller';
import { LineageServices } from './LineageServices';

/** Who runs an action. */
export function actionCaller(credentials: BackstageCredentials): Caller {
  return { credentials, surface: 'action' };
}

/** The nodes that a name means: a node id, or a catalog entity by its ref. */
export async function namedNodes(
  { search }: Pick<LineageServices, 'search'>,
  caller: Caller,
  name: string,
): Promise<NodeId[]> {
  if (parseNodeId(name)) return [name];
  const ref = entityRefOf(name);
  const nodes = await search.nodesOfEntity(caller, ref);
  if (nodes.length === 0) {
    throw new NotFoundError(
      `${ref} stands for nothing in the lineage graph, or you may not see it; data-lineage:search finds names.`,
    );
  }
  return nodes.map(({ id }) => id);
}

/** The one node that a name means. */
export async function namedNode(
  services: Pick<LineageServices, 'search'>,
  caller: Caller,
  name: string,
): Promise<NodeId> {
  const nodes = await namedNodes(services, caller, name);
  if (nodes.length > 1) {
    throw new InputError(
      `${name} stands for several nodes: ${nodes
        .slice(0, 10)
        .join(', ')}. Name one of them.`,
    );
  }
  return nodes[0];
}

function entityRefOf(name: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(name, { defaultKind: 'Dataset' }));
  } catch {
    throw new InputError(
      `${name} is neither an entity ref such as dataset:default/orders nor a node id such as dataset:NAMESPACE:NAME.`,
    );
  }
}
