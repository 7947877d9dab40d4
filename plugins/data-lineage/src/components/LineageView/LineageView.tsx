import { useMemo, useState } from 'react';
import { Alert, Skeleton, Text } from '@backstage/ui';
import {
  LoadFailure,
  StaleNotice,
} from '@datalark/backstage-plugin-data-entities-react';
import { useLineage } from '../../hooks/useLineage';
import { usePlacedScene } from '../../hooks/usePlacedScene';
import { useText } from '../../hooks/useText';
import { ChangeView } from '../../hooks/useViewState';
import { ViewState } from '../../logic/viewState';
import { LineageTables } from '../LineageTables';
import { SidePanel } from '../SidePanel';
import { ExportMenu } from './ExportMenu';
import { GraphPane } from './GraphPane';
import { Legend } from './Legend';
import { TimeControls } from './TimeControls';
import { useCanvasContext } from './useCanvasContext';
import { useScene } from './useScene';
import { ViewNotices } from './ViewNotices';
import { ViewToolbar } from './ViewToolbar';
import styles from './LineageView.module.css';

/** Lineage from some nodes on: picture or table, what can be chosen about it, and the facts of what was chosen. */
export function LineageView(props: { state: ViewState; change: ChangeView }) {
  const t = useText();
  const { state, change } = props;
  const [isTimeOpen, setIsTimeOpen] = useState(
    Boolean(state.asOf || state.since),
  );
  const { base, column, path, graph, asOf } = useLineage(state);
  const { filtered, scene, unfold } = useScene(graph, path, state);
  const key = [state.roots.join(' '), state.grouping, state.pathTo].join('\n');
  const placed = usePlacedScene(
    state.show === 'graph' ? scene : undefined,
    key,
  );
  const context = useCanvasContext({ state, change, path, unfold });
  const fitKey = useMemo(
    () =>
      [key, state.direction, state.depth, state.level, state.type].join('\n'),
    [key, state.direction, state.depth, state.level, state.type],
  );

  if (base.error && !base.data) {
    return (
      <LoadFailure
        title={t('view.loadFailed')}
        error={base.error}
        onRetry={base.refetch}
      />
    );
  }
  const isEmpty = filtered && filtered.edges.length === 0;
  return (
    <div className={styles.view}>
      <ViewToolbar
        state={state}
        change={change}
        graph={graph}
        isTimeOpen={isTimeOpen}
        onToggleTime={() => setIsTimeOpen(!isTimeOpen)}
        actions={
          <ExportMenu
            state={state}
            graph={filtered}
            placed={placed}
            asOf={asOf}
          />
        }
      />
      {isTimeOpen && (
        <TimeControls state={state} change={change} graph={graph} />
      )}
      <StaleNotice query={base} title={when => t('load.stale', { when })} />
      <ViewNotices
        state={state}
        change={change}
        graph={filtered}
        column={column}
        scene={scene}
      />
      {isEmpty && !base.isPlaceholderData && (
        <Alert
          mb="3"
          role="status"
          status="info"
          icon
          title={t(state.pathTo ? 'view.noPath' : 'view.empty')}
          description={
            <Text>
              {t(state.pathTo ? 'view.noPathHint' : 'view.emptyHint')}
            </Text>
          }
        />
      )}
      <div
        className={styles.body}
        data-time={isTimeOpen || undefined}
        data-stale={base.isPlaceholderData || undefined}
      >
        {!filtered && (
          <Skeleton
            className={styles.skeleton}
            aria-label={t('view.loading')}
          />
        )}
        {filtered && state.show === 'table' && (
          <div className={styles.tables}>
            <LineageTables graph={filtered} state={state} change={change} />
          </div>
        )}
        {filtered && state.show === 'graph' && placed && (
          <GraphPane
            placed={placed}
            context={context}
            state={state}
            fitKey={fitKey}
          />
        )}
        {filtered && (state.selected || state.column) && (
          <SidePanel
            graph={filtered}
            path={path}
            scene={scene}
            state={state}
            change={change}
          />
        )}
      </div>
      <Legend hasDiff={Boolean(state.since)} isTable={state.show === 'table'} />
    </div>
  );
}
