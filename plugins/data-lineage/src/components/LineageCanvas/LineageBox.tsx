import { memo } from 'react';
import { Handle, NodeProps, Position } from '@xyflow/react';
import { useText } from '../../hooks/useText';
import { SceneNode } from '../../graph/Scene';
import { NodeIcon } from '../NodeIcon';
import { useCanvas } from './CanvasActions';
import { ColumnRows } from './ColumnRows';
import { ExpandButton } from './ExpandButton';
import { BoxNode, FrameNode } from './flowElements';
import { NodeFacts } from './NodeFacts';
import { useEntityTitle } from '../../hooks/useEntityTitle';
import styles from './LineageBox.module.css';

/** A box of the near view: a dataset or job, hidden ones, or a closed group. */
export const LineageBox = memo(({ data }: NodeProps<BoxNode>) => {
  const { box } = data;
  return (
    <>
      <Handle
        type="target"
        position={Position.Left}
        className={styles.handle}
      />
      {box.kind === 'hidden' && <HiddenBox box={box} />}
      {box.kind === 'group' && <ClosedGroup box={box} />}
      {box.kind === 'node' && <OpenNode box={box} />}
      <Handle
        type="source"
        position={Position.Right}
        className={styles.handle}
      />
    </>
  );
});

type Of<K extends SceneNode['kind']> = Extract<SceneNode, { kind: K }>;

function OpenNode({ box }: { box: Of<'node'> }) {
  const t = useText();
  const { actions, selected, litNodes } = useCanvas();
  const { node } = box;
  const isOpen = Boolean(box.columns);
  return (
    <div
      className={styles.box}
      data-type={node.type}
      data-root={box.isRoot || undefined}
      data-change={box.change}
      data-selected={selected === box.id || undefined}
      data-faint={(litNodes && !litNodes.has(box.id)) || undefined}
      style={{ width: box.width, height: box.height }}
    >
      <div className={styles.head}>
        <NodeIcon node={node} />
        <span className={styles.title} title={`${node.namespace} ${node.name}`}>
          {node.title}
        </span>
        {node.type === 'dataset' && (
          <button
            type="button"
            className={`nodrag ${styles.open}`}
            tabIndex={-1}
            aria-expanded={isOpen}
            aria-label={t(
              isOpen ? 'canvas.closeColumns' : 'canvas.openColumns',
              {
                name: node.title,
              },
            )}
            onClick={event => {
              event.stopPropagation();
              actions.toggleOpen(box.id);
            }}
          >
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
          </button>
        )}
      </div>
      <NodeFacts node={node} change={box.change} />
      {box.columns && <ColumnRows box={box} />}
      <ExpandButton box={box} direction="upstream" />
      <ExpandButton box={box} direction="downstream" />
    </div>
  );
}

function HiddenBox({ box }: { box: Of<'hidden'> }) {
  const t = useText();
  const { litNodes } = useCanvas();
  return (
    <div
      className={styles.box}
      data-type="hidden"
      data-faint={Boolean(litNodes) || undefined}
      style={{ width: box.width, height: box.height }}
      title={t('canvas.hiddenHint')}
    >
      {t(`canvas.hidden.${box.type}`, { count: box.count })}
    </div>
  );
}

function ClosedGroup({ box }: { box: Of<'group'> }) {
  const t = useText();
  const { actions, selected } = useCanvas();
  const title = useEntityTitle(box.of);
  return (
    <div
      className={styles.box}
      data-type="group"
      data-selected={selected === box.id || undefined}
      style={{ width: box.width, height: box.height }}
    >
      <div className={styles.head}>
        <span className={styles.title}>{title}</span>
        <button
          type="button"
          className={`nodrag ${styles.open}`}
          tabIndex={-1}
          aria-expanded={false}
          aria-label={t('canvas.openGroup', { name: title })}
          onClick={event => {
            event.stopPropagation();
            actions.toggleOpen(box.id);
          }}
        >
          <span aria-hidden="true">▸</span>
        </button>
      </div>
      <div className={styles.fact}>
        {t('canvas.groupCount', {
          datasets: String(box.datasets),
          jobs: String(box.jobs),
        })}
      </div>
    </div>
  );
}

/** The frame of an open group, with the button that closes it. */
export const GroupFrame = memo(({ data }: NodeProps<FrameNode>) => {
  const t = useText();
  const { actions } = useCanvas();
  const { frame } = data;
  const title = useEntityTitle(frame.group);
  return (
    <div
      className={styles.frame}
      style={{ width: frame.width, height: frame.height }}
    >
      <button
        type="button"
        className={`nodrag ${styles.frameTitle}`}
        aria-expanded
        aria-label={t('canvas.closeGroup', { name: title })}
        onClick={() => actions.toggleOpen(`group:${frame.group}`)}
      >
        <span aria-hidden="true">▾ </span>
        {title}
      </button>
    </div>
  );
});
