import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import { ChangeView } from '../../hooks/useViewState';
import { useText } from '../../hooks/useText';
import { ViewState } from '../../logic/viewState';
import { ColumnTable } from './ColumnTable';
import { EdgeTable } from './EdgeTable';
import { NodeTable } from './NodeTable';
import styles from './LineageTables.module.css';

const PARTS = ['nodes', 'edges', 'columns'] as const;

/** The facts of the picture as tables that can be sorted: nodes, edges, columns. */
export function LineageTables(props: {
  graph: LineageGraph;
  state: ViewState;
  change: ChangeView;
}) {
  const t = useText();
  const { graph, state, change } = props;
  const [part, setPart] = useState<(typeof PARTS)[number]>('nodes');
  const hidden = graph.nodes.filter(node => node.hidden).length;
  const counts = {
    nodes: graph.nodes.length - hidden,
    edges: graph.edges.length,
    columns: graph.columnLinks?.length ?? 0,
  };
  return (
    <div className={styles.tables}>
      <ToggleButtonGroup
        aria-label={t('table.parts')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[part]}
        onSelectionChange={keys =>
          setPart([...keys][0] as (typeof PARTS)[number])
        }
      >
        {PARTS.map(each => (
          <ToggleButton key={each} id={each}>
            {t(`table.${each}`, { number: String(counts[each]) })}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {part === 'nodes' && <NodeTable graph={graph} change={change} />}
      {part === 'edges' && <EdgeTable graph={graph} />}
      {part === 'columns' && (
        <ColumnTable
          graph={graph}
          isAsked={state.level === 'column'}
          onAsk={() => change({ level: 'column' })}
        />
      )}
    </div>
  );
}
