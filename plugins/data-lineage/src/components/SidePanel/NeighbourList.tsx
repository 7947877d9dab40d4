import { Button, Text } from '@backstage/ui';
import {
  LineageGraph,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { ChangeView } from '../../hooks/useViewState';
import { useText } from '../../hooks/useText';
import { OriginList } from './OriginList';
import styles from './SidePanel.module.css';

/** What feeds a node, or what it feeds, and how that is known. */
export function NeighbourList(props: {
  node: VisibleNode;
  graph: LineageGraph;
  change: ChangeView;
  direction: 'upstream' | 'downstream';
}) {
  const t = useText();
  const { node, graph, change, direction } = props;
  const isUp = direction === 'upstream';
  const edges = graph.edges.filter(
    edge => (isUp ? edge.to : edge.from) === node.id,
  );
  const more = node.more[direction];
  if (edges.length === 0 && more === 0) {
    return <Text as="p">{t(`panel.none.${direction}`)}</Text>;
  }
  return (
    <>
      <Text as="h4" variant="body-medium" weight="bold">
        {t(`direction.${direction}`)}
      </Text>
      <ul className={styles.list}>
        {edges.map(edge => {
          const id = isUp ? edge.from : edge.to;
          const other = graph.nodes.find(each => each.id === id);
          return (
            <li key={id}>
              {!other || other.hidden ? (
                <em>{t('node.hidden')}</em>
              ) : (
                <button
                  type="button"
                  className={styles.step}
                  onClick={() => change({ selected: id })}
                >
                  {other.title}
                </button>
              )}
              <span className={styles.detail}>
                <OriginList origins={edge.origins} />
              </span>
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <Button
          size="small"
          variant="secondary"
          onPress={() =>
            change(state =>
              isUp
                ? { up: [...new Set([...state.up, node.id])] }
                : { down: [...new Set([...state.down, node.id])] },
            )
          }
        >
          {t('panel.more', { count: more })}
        </Button>
      )}
    </>
  );
}
