import { LineageNode } from '@datalark/backstage-plugin-data-lineage-common';
import { NodeName, NodeStore } from '../database/NodeStore';
import { shownNode } from '../graph/GraphAnswer';
import { NodeReader } from '../graph/NodeReader';
import { Authorizer } from '../service/Authorizer';
import { Caller } from '../service/Caller';

/** Tells what the graph knows of nodes, as the caller may see them. */
export class NodeDescriber {
  constructor(
    private readonly deps: {
      names: NodeStore;
      nodes: NodeReader;
      authorizer: Authorizer;
    },
  ) {}

  /** Names that the graph does not know, or that may not be seen, are left out. */
  async describe(
    caller: Caller,
    names: readonly NodeName[],
  ): Promise<{ name: NodeName; node: LineageNode }[]> {
    const ids = await this.deps.names.find(names);
    const stored = await this.deps.names.get(ids.flatMap(id => id ?? []));
    const leads = new Map(stored.map(node => [node.id, node.canonicalId]));
    const facts = await this.deps.nodes.read([...new Set(leads.values())]);
    const visibility = await this.deps.authorizer.visibility(caller);
    const visible = await visibility.visible([...facts.values()]);
    return names.flatMap((name, index) => {
      const found = facts.get(leads.get(ids[index] ?? -1) ?? -1);
      return found && visible.has(found)
        ? { name, node: shownNode(found) }
        : [];
    });
  }
}
