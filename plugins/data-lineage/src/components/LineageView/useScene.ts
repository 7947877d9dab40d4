import { useMemo, useState } from 'react';
import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import { buildScene, groupId, groupOf } from '../../graph/buildScene';
import { filterGraph } from '../../graph/filterGraph';
import { ViewState } from '../../logic/viewState';

// In the level of columns so many datasets are open from the start.
const MAX_OPEN = 40;
const NONE: ReadonlySet<string> = new Set();

/** The graph after the filters, and what is to be drawn of it. */
export function useScene(
  graph: LineageGraph | undefined,
  path: LineageGraph | undefined,
  state: ViewState,
) {
  const [unfolded, setUnfolded] = useState(NONE);
  const { type, owner, system, grouping, level } = state;
  const filtered = useMemo(
    () => graph && filterGraph(graph, { type, owner, system }),
    [graph, type, owner, system],
  );
  // The parameters of the address are read anew each time: compare their values.
  const toggled = state.open.join('\n');
  const scene = useMemo(() => {
    if (!filtered) return undefined;
    const open = new Set(toggled.split('\n').filter(Boolean));
    if (level === 'column') openFromStart(filtered, open);
    return buildScene(filtered, {
      ...{ grouping, open, unfolded },
      lit: path?.columnLinks,
    });
  }, [filtered, grouping, toggled, unfolded, level, path]);
  const unfold = (id: string) =>
    setUnfolded(before => new Set([...before, id]));
  return { filtered, scene, unfold };
}

/** What stands in the address is the difference from what is open by itself. */
function openFromStart(graph: LineageGraph, open: Set<string>) {
  const datasets = graph.nodes.filter(node => node.type === 'dataset');
  const some =
    datasets.length <= MAX_OPEN
      ? datasets
      : datasets.filter(node => graph.roots.includes(node.id));
  for (const { id } of some) {
    if (open.has(id)) open.delete(id);
    else open.add(id);
  }
}

/** Keys of all groups of a graph, for `open`. */
export function allGroups(graph: LineageGraph, state: ViewState): string[] {
  const groups = new Set<string>();
  for (const node of graph.nodes) {
    const group = node.hidden ? undefined : groupOf(node, state.grouping);
    if (group !== undefined) groups.add(groupId(group));
  }
  return [...groups];
}
