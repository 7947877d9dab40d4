import { Button } from '@backstage/ui';
import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import { useText } from '../../hooks/useText';
import { ChangeView } from '../../hooks/useViewState';
import { ViewState } from '../../logic/viewState';
import { allGroups } from './useScene';

/** Opens or closes all groups at once; nothing while there are none. */
export function GroupButtons(props: {
  state: ViewState;
  change: ChangeView;
  graph?: LineageGraph;
}) {
  const t = useText();
  const { state, change, graph } = props;
  if (state.grouping === 'none' || !graph) return null;
  const others = state.open.filter(id => !id.startsWith('group:'));
  const hasOpen = others.length < state.open.length;
  return (
    <Button
      size="small"
      variant="secondary"
      onPress={() =>
        change({
          open: hasOpen ? others : [...others, ...allGroups(graph, state)],
        })
      }
    >
      {t(hasOpen ? 'toolbar.closeGroups' : 'toolbar.openGroups')}
    </Button>
  );
}
