import {
  LineageColumn,
  LineageName,
  LineageNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { NodeName, NodeStore } from '../database/NodeStore';
import { ColumnReader } from '../graph/ColumnReader';
import { shownNode } from '../graph/GraphAnswer';
import { NodeFacts, NodeReader } from '../graph/NodeReader';
import { Authorizer } from '../service/Authorizer';
import { Caller } from '../service/Caller';

/** Tells what the graph knows of nodes, as the caller may see them. */
export class NodeDescriber {
  constructor(
    private readonly deps: {
      names: NodeStore;
      nodes: NodeReader;
      columns: ColumnReader;
      authorizer: Authorizer;
    },
  ) {}

  /** Names that the graph does not know, or that may not be seen, are left out. */
  async describe(
    caller: Caller,
    names: readonly NodeName[],
  ): Promise<{ name: NodeName; node: LineageNode }[]> {
    const found = await this.#visible(caller, names);
    return names.flatMap((name, index) => {
      const facts = found[index];
      return facts ? [{ name, node: shownNode(facts) }] : [];
    });
  }

  /** Columns of datasets, all or undefined, in the order of the names. */
  async columns(
    caller: Caller,
    names: readonly LineageName[],
  ): Promise<(readonly LineageColumn[] | undefined)[]> {
    const found = await this.#visible(
      caller,
      names.map(name => ({ type: 'dataset', ...name })),
    );
    const told = await this.deps.columns.whole([
      ...new Set(found.flatMap(facts => facts?.key ?? [])),
    ]);
    return found.map(facts => {
      const columns = facts && told.get(facts.key);
      return columns?.length ? columns : undefined;
    });
  }

  async #visible(
    caller: Caller,
    names: readonly NodeName[],
  ): Promise<(NodeFacts | undefined)[]> {
    const ids = await this.deps.names.find(names);
    const stored = await this.deps.names.get(ids.flatMap(id => id ?? []));
    const leads = new Map(stored.map(node => [node.id, node.canonicalId]));
    const facts = await this.deps.nodes.read([...new Set(leads.values())]);
    const visibility = await this.deps.authorizer.visibility(caller);
    const visible = await visibility.visible([...facts.values()]);
    return ids.map(id => {
      const found = facts.get(leads.get(id ?? -1) ?? -1);
      return found && visible.has(found) ? found : undefined;
    });
  }
}
