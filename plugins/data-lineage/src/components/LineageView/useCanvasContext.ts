import { useMemo, useRef } from 'react';
import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import { ChangeView } from '../../hooks/useViewState';
import { toggled, ViewState } from '../../logic/viewState';
import { CanvasActions, CanvasContextValue } from '../LineageCanvas';

/** What the picture can do to the view, and what of it lights up. */
export function useCanvasContext(props: {
  state: ViewState;
  change: ChangeView;
  path?: LineageGraph;
  unfold(id: string): void;
}): CanvasContextValue {
  const { state, path } = props;
  // Boxes are drawn once: their actions have to find the newest view.
  const latest = useRef(props);
  latest.current = props;
  const actions = useMemo(
    (): CanvasActions => ({
      select: selected => latest.current.change({ selected }),
      expand: (id, direction) => {
        const list = direction === 'upstream' ? 'up' : 'down';
        latest.current.change(now => ({
          [list]: [...new Set([...now[list], id])],
        }));
      },
      toggleOpen: id => {
        latest.current.change(now => ({ open: toggled(now.open, id) }));
      },
      unfold: id => latest.current.unfold(id),
      chooseColumn: (node, column) => {
        latest.current.change(now => {
          const isChosen =
            now.column?.node === node && now.column.column === column;
          return { column: isChosen ? undefined : { node, column } };
        });
      },
    }),
    [],
  );
  const lit = useMemo(() => {
    if (!path?.columnLinks) return {};
    const nodes = new Set<string>(path.roots);
    const columns = new Set<string>();
    for (const { from, to, job } of path.columnLinks) {
      nodes.add(from.node).add(to.node);
      if (job) nodes.add(job);
      columns.add(`${from.node} ${from.column}`);
      if (to.column !== undefined) columns.add(`${to.node} ${to.column}`);
    }
    return { litNodes: nodes, litColumns: columns };
  }, [path]);
  const { node, column } = state.column ?? {};
  return useMemo(
    () => ({
      actions,
      selected: state.selected,
      column:
        node !== undefined && column !== undefined
          ? { node, column }
          : undefined,
      ...lit,
    }),
    [actions, state.selected, node, column, lit],
  );
}
