import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import {
  Fact,
  Facts,
  RelativeTime,
} from '@datalark/backstage-plugin-data-entities-react';
import { SceneEdge } from '../../graph/Scene';
import { ChangeView } from '../../hooks/useViewState';
import { useText } from '../../hooks/useText';
import { LinkFacts } from './LinkPanel';
import { NodeName } from './NodeName';
import { OriginList } from './OriginList';
import styles from './SidePanel.module.css';

/** Facts of an edge, or of all edges between two closed groups; with what its columns do. */
export function EdgePanel(props: {
  edge: SceneEdge;
  graph: LineageGraph;
  change: ChangeView;
}) {
  const t = useText();
  const { edge, graph } = props;
  const touching = graph.columnLinks?.filter(link =>
    edge.edges.some(
      ({ from, to }) =>
        (link.job === to && link.from.node === from) ||
        (link.job === from && link.to.node === to) ||
        (link.from.node === from && link.to.node === to),
    ),
  );
  return (
    <>
      <ul className={styles.list}>
        {edge.edges.slice(0, 50).map(each => (
          <li key={`${each.from} ${each.to}`}>
            <NodeName id={each.from} graph={graph} /> →{' '}
            <NodeName id={each.to} graph={graph} />
            <Facts>
              <Fact label={t('edge.origins')} isWide>
                <OriginList origins={each.origins} />
              </Fact>
              <Fact label={t('edge.firstSeen')}>
                <RelativeTime iso={each.firstSeenAt} />
              </Fact>
              <Fact label={t('edge.lastSeen')}>
                <RelativeTime iso={each.lastSeenAt} />
              </Fact>
              {each.change && (
                <Fact label={t('edge.change')}>
                  {t(`change.${each.change}`)}
                </Fact>
              )}
            </Facts>
          </li>
        ))}
      </ul>
      {edge.edges.length > 50 && (
        <p>{t('panel.andMore', { count: edge.edges.length - 50 })}</p>
      )}
      {touching && touching.length > 0 && (
        <ul className={styles.list}>
          {touching.map((link, i) => (
            <li key={i}>
              <LinkFacts link={link} graph={graph} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
