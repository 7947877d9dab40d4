import { Button } from '@backstage/ui';
import { EntityLink } from '@datalark/backstage-plugin-data-entities-react';
import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import { groupOf } from '../../graph/buildScene';
import { SceneNode } from '../../graph/Scene';
import { ChangeView } from '../../hooks/useViewState';
import { useText } from '../../hooks/useText';
import { toggled, ViewState } from '../../logic/viewState';
import styles from './SidePanel.module.css';

const SHOWN = 50;

/** What a closed group holds. */
export function GroupPanel(props: {
  box: Extract<SceneNode, { kind: 'group' }>;
  graph: LineageGraph;
  state: ViewState;
  change: ChangeView;
}) {
  const t = useText();
  const { box, graph, state, change } = props;
  const members = graph.nodes.filter(
    node => !node.hidden && groupOf(node, state.grouping) === box.of,
  );
  return (
    <>
      <EntityLink entityRef={box.of} />
      <div className={styles.actions}>
        <Button
          size="small"
          variant="secondary"
          onPress={() => change({ open: toggled(state.open, box.id) })}
        >
          {t('panel.openGroup')}
        </Button>
      </div>
      <ul className={styles.list}>
        {members.slice(0, SHOWN).map(
          node =>
            !node.hidden && (
              <li key={node.id}>
                {t(`nodeType.${node.type}`)} <strong>{node.title}</strong>
              </li>
            ),
        )}
      </ul>
      {members.length > SHOWN && (
        <p>{t('panel.andMore', { count: members.length - SHOWN })}</p>
      )}
    </>
  );
}
