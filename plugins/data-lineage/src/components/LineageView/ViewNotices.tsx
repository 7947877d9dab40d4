import { Alert, Button, Text } from '@backstage/ui';
import { LoadFailure } from '@datalark/backstage-plugin-data-entities-react';
import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import { UseQueryResult } from '@tanstack/react-query';
import { Scene } from '../../graph/Scene';
import { ChangeView } from '../../hooks/useViewState';
import { useText } from '../../hooks/useText';
import { ViewState } from '../../logic/viewState';

/** What a viewer has to know about the answer: that it is a part, that some of it is hidden. */
export function ViewNotices(props: {
  state: ViewState;
  change: ChangeView;
  graph?: LineageGraph;
  column: UseQueryResult<LineageGraph>;
  scene?: Scene;
}) {
  const t = useText();
  const { state, change, graph, column, scene } = props;
  return (
    <>
      {graph?.truncated && (
        <Alert
          role="status"
          status="warning"
          icon
          mb="3"
          title={t(`view.truncated.${graph.truncated.reason}`, {
            limit: String(graph.truncated.limit),
          })}
          customActions={
            graph.truncated.reason === 'nodes' && !state.limit ? (
              <Button
                size="small"
                variant="secondary"
                onPress={() => change({ limit: 10_000 })}
              >
                {t('view.showMore')}
              </Button>
            ) : undefined
          }
        />
      )}
      {state.column && column.error && (
        <LoadFailure
          title={t('view.columnFailed')}
          error={column.error}
          onRetry={column.refetch}
        />
      )}
      {scene !== undefined && scene.hiddenCount > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('view.hidden', { count: scene.hiddenCount })}
        </Text>
      )}
    </>
  );
}
