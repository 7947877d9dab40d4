import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import { useText } from '../../hooks/useText';

/** The title of a node of a graph; a hidden one stays without a name. */
export function NodeName(props: { id: string; graph: LineageGraph }) {
  const t = useText();
  const node = props.graph.nodes.find(each => each.id === props.id);
  return !node || node.hidden ? (
    <em>{t('node.hidden')}</em>
  ) : (
    <strong title={`${node.namespace} ${node.name}`}>{node.title}</strong>
  );
}
