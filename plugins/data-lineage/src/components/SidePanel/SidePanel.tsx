import { ButtonIcon, Text } from '@backstage/ui';
import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import { RiCloseLine } from '@remixicon/react';
import { ReactNode } from 'react';
import { Scene } from '../../graph/Scene';
import { ChangeView } from '../../hooks/useViewState';
import { useText } from '../../hooks/useText';
import { ViewState } from '../../logic/viewState';
import { ColumnPanel } from './ColumnPanel';
import { EdgePanel } from './EdgePanel';
import { GroupPanel } from './GroupPanel';
import { LinkPanel } from './LinkPanel';
import { NodePanel } from './NodePanel';
import styles from './SidePanel.module.css';

/** Facts of what is chosen in the picture or the table. */
export function SidePanel(props: {
  graph: LineageGraph;
  path?: LineageGraph;
  scene?: Scene;
  state: ViewState;
  change: ChangeView;
}) {
  const t = useText();
  const { state, change } = props;
  return (
    <aside className={styles.panel} aria-label={t('panel.label')}>
      <Chosen {...props} />
      {state.column && (
        <Part
          title={t('panel.columnPath', { column: state.column.column })}
          onClose={() => change({ column: undefined })}
        >
          <ColumnPanel
            column={state.column}
            path={props.path}
            onSelect={selected => change({ selected })}
          />
        </Part>
      )}
    </aside>
  );
}

function Chosen(props: Parameters<typeof SidePanel>[0]) {
  const t = useText();
  const { graph, scene, state, change } = props;
  const { selected } = state;
  if (!selected) return null;
  const close = () => change({ selected: undefined });
  const node = graph.nodes.find(each => each.id === selected);
  if (node && !node.hidden) {
    return (
      <Part title={node.title} onClose={close}>
        <NodePanel node={node} graph={graph} change={change} />
      </Part>
    );
  }
  const link = scene?.links.find(each => `link ${each.id}` === selected);
  if (link) {
    return (
      <Part title={t('panel.link')} onClose={close}>
        <LinkPanel link={link.link} graph={graph} />
      </Part>
    );
  }
  const edge = scene?.edges.find(each => each.id === selected);
  if (edge) {
    return (
      <Part title={t('panel.edge')} onClose={close}>
        <EdgePanel edge={edge} graph={graph} change={change} />
      </Part>
    );
  }
  const box = scene?.nodes.find(each => each.id === selected);
  if (box?.kind === 'group') {
    return (
      <Part title={t('panel.group')} onClose={close}>
        <GroupPanel box={box} graph={graph} state={state} change={change} />
      </Part>
    );
  }
  return (
    <Part title={t('panel.notHere')} onClose={close}>
      <Text>{t(node || box ? 'canvas.hiddenHint' : 'panel.notHereHint')}</Text>
    </Part>
  );
}

function Part(props: { title: string; onClose(): void; children: ReactNode }) {
  const t = useText();
  return (
    <section className={styles.part}>
      <div className={styles.head}>
        <Text as="h3" variant="title-x-small">
          {props.title}
        </Text>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiCloseLine />}
          aria-label={t('panel.close', { name: props.title })}
          onPress={props.onClose}
        />
      </div>
      {props.children}
    </section>
  );
}
