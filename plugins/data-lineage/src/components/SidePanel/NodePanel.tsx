import { Button, ButtonLink } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  EntityLink,
  Fact,
  Facts,
  RelativeTime,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  LineageGraph,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { ChangeView } from '../../hooks/useViewState';
import { useText } from '../../hooks/useText';
import { lineageRouteRef } from '../../routes';
import { RunState } from '../RunState';
import { AliasList } from './AliasList';
import { NeighbourList } from './NeighbourList';
import styles from './SidePanel.module.css';

/** Facts of a dataset or job, and where to go from it. */
export function NodePanel(props: {
  node: VisibleNode;
  graph: LineageGraph;
  change: ChangeView;
}) {
  const t = useText();
  const { node, graph, change } = props;
  const page = useRouteRef(lineageRouteRef);
  const unknown = t('node.unknown');
  return (
    <>
      <div className={styles.name}>
        {node.namespace}
        <br />
        {node.name}
      </div>
      <div className={styles.actions}>
        <Button
          size="small"
          variant="secondary"
          onPress={() => change(startAt(node.id))}
        >
          {t('panel.startHere')}
        </Button>
        {page && (
          <ButtonLink
            size="small"
            variant="secondary"
            href={`${page()}/impact?${new URLSearchParams({ node: node.id })}`}
          >
            {t('panel.impact')}
          </ButtonLink>
        )}
      </div>
      <Facts>
        <Fact label={t('node.type')}>{t(`nodeType.${node.type}`)}</Fact>
        <Fact label={t('node.entity')}>
          {node.entityRef ? (
            <EntityLink entityRef={node.entityRef} />
          ) : (
            t('node.noEntity')
          )}
        </Fact>
        <Fact label={t('node.owner')}>
          {node.owner ? <EntityLink entityRef={node.owner} /> : unknown}
        </Fact>
        <Fact label={t('node.system')}>
          {node.system ? <EntityLink entityRef={node.system} /> : unknown}
        </Fact>
        {node.type === 'dataset' && (
          <>
            <Fact label={t('node.source')}>
              {node.source ? <EntityLink entityRef={node.source} /> : unknown}
            </Fact>
            {node.droppedAt && (
              <Fact label={t('node.droppedAt')}>
                <RelativeTime iso={node.droppedAt} />
              </Fact>
            )}
            <Fact label={t('node.lastWritten')}>
              {node.lastWrittenAt ? (
                <RelativeTime iso={node.lastWrittenAt} />
              ) : (
                unknown
              )}
            </Fact>
          </>
        )}
        {node.type === 'job' && (
          <>
            <Fact label={t('node.state')}>
              <RunState node={node} />
            </Fact>
            <Fact label={t('node.processing')}>
              {node.processing ?? unknown}
            </Fact>
            <Fact label={t('node.integration')}>
              {node.integration ?? unknown}
            </Fact>
          </>
        )}
        <Fact label={t('node.lastSeen')}>
          {node.lastSeenAt ? <RelativeTime iso={node.lastSeenAt} /> : unknown}
        </Fact>
        {node.symlinks && node.symlinks.length > 0 && (
          <Fact label={t('node.symlinks')} isWide>
            {node.symlinks.map(({ namespace, name }) => (
              <div key={`${namespace} ${name}`} className={styles.name}>
                {namespace} {name}
              </div>
            ))}
          </Fact>
        )}
      </Facts>
      <NeighbourList
        node={node}
        graph={graph}
        change={change}
        direction="upstream"
      />
      <NeighbourList
        node={node}
        graph={graph}
        change={change}
        direction="downstream"
      />
      {node.type === 'dataset' && <AliasList node={node} />}
    </>
  );
}

/** A walk that begins anew at a node. */
function startAt(id: string) {
  return {
    roots: [id],
    up: [],
    down: [],
    open: [],
    pathTo: undefined,
    column: undefined,
    selected: undefined,
  };
}
