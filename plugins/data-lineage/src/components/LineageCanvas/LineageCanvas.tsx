import '@xyflow/react/dist/style.css';
import {
  KeyboardEvent,
  MouseEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  Background,
  Controls,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  Viewport,
} from '@xyflow/react';
import { useText } from '../../hooks/useText';
import { PlacedScene } from '../../graph/PlacedScene';
import { SceneNode } from '../../graph/Scene';
import { CanvasContextValue, CanvasProvider } from './CanvasActions';
import { CanvasTip } from './CanvasTip';
import { FarLayer } from './FarLayer';
import { flowEdges, flowNodes, noElements } from './flowElements';
import { GroupFrame, LineageBox } from './LineageBox';
import { LineageLine } from './LineageLine';
import { useCanvasKeyboard } from './useCanvasKeyboard';
import { useCanvasTexts } from './useCanvasTexts';
import { useCanvasWindow } from './useCanvasWindow';
import { useFit } from './useFit';
import styles from './LineageCanvas.module.css';

const NODE_TYPES = { box: LineageBox, frame: GroupFrame };
const EDGE_TYPES = { line: LineageLine };
// Fewer pixels than this and a finger or a mouse would not meet a far node.
const GRACE = 4;

/** What a picture of lineage needs. */
export type LineageCanvasProps = {
  placed: PlacedScene;
  context: CanvasContextValue;
  /** What a screen reader calls it. */
  label: string;
  /** While this is the same, the viewer's place in the picture is kept. */
  fitKey: string;
  /** Shows the same part as another picture; absent: it goes its own way. */
  shared?: { viewport?: Viewport; onMove(viewport: Viewport): void };
};

/** The picture: xyflow near, one canvas far, over the same places. */
export function LineageCanvas(props: LineageCanvasProps) {
  return (
    <CanvasProvider value={props.context}>
      <ReactFlowProvider>
        <Picture {...props} />
      </ReactFlowProvider>
    </CanvasProvider>
  );
}

function Picture({
  placed,
  context,
  label,
  fitKey,
  shared,
}: LineageCanvasProps) {
  const t = useText();
  const texts = useCanvasTexts(placed);
  const { isFar, nodes: inSight } = useCanvasWindow(placed);
  const { selected, litNodes, column, actions } = context;
  const keyboard = useCanvasKeyboard(placed, actions, isFar, selected);
  const { screenToFlowPosition, getZoom } = useReactFlow();
  const [tip, setTip] = useState<{ x: number; y: number; node: SceneNode }>();
  const frame = useRef<HTMLDivElement>(null);
  const onTouch = useFit(placed, fitKey, !shared);
  useShared(shared);

  const areLinksLit = Boolean(column);
  // One store of elements for each way to draw them.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const known = useMemo(noElements, [
    placed,
    texts,
    selected,
    litNodes,
    areLinksLit,
  ]);
  const { edges, ends } = useMemo(
    () =>
      flowEdges(placed, inSight, {
        ...{ texts, selected, litNodes, areLinksLit, known },
      }),
    [placed, inSight, texts, selected, litNodes, areLinksLit, known],
  );
  const { active } = keyboard;
  const nodes = useMemo(
    () =>
      isFar
        ? []
        : flowNodes(placed, [...inSight, ...ends], { texts, active, known }),
    [placed, inSight, ends, texts, active, isFar, known],
  );
  const hit = (event: MouseEvent | { clientX: number; clientY: number }) => {
    const { x, y } = screenToFlowPosition({
      x: event.clientX,
      y: event.clientY,
    });
    return placed.hit(x, y, GRACE / getZoom());
  };

  return (
    // The keys of a picture are its own; in the far view it is one stop.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={frame}
      className={`${styles.colors} ${styles.canvas}`}
      role={isFar ? 'application' : 'group'}
      aria-label={label}
      aria-describedby={keyboard.hintId}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isFar ? 0 : -1}
      data-view={isFar ? 'far' : 'near'}
      onKeyDown={(event: KeyboardEvent<HTMLDivElement>) =>
        keyboard.onKeyDown(event)
      }
      onFocus={keyboard.onFocus}
      onMouseLeave={() => setTip(undefined)}
    >
      <ReactFlow
        className={styles.flow}
        nodes={nodes}
        edges={isFar ? [] : edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onlyRenderVisibleElements
        minZoom={0.005}
        maxZoom={2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        onNodeClick={(_, node) =>
          node.type === 'box' && actions.select(node.id)
        }
        onNodeDoubleClick={(_, node) =>
          node.type === 'box' && actions.toggleOpen(node.id)
        }
        onEdgeClick={(_, edge) => actions.select(edge.id)}
        onPaneClick={event =>
          actions.select(isFar ? hit(event)?.id : undefined)
        }
        onPaneMouseMove={event => {
          if (!isFar) return;
          const node = hit(event);
          const origin = frame.current!.getBoundingClientRect();
          setTip(
            node && {
              node,
              x: event.clientX - origin.left,
              y: event.clientY - origin.top,
            },
          );
        }}
        onMoveStart={() => setTip(undefined)}
        onMove={(event, viewport) => {
          // Without an event the picture was moved by itself.
          if (event) onTouch();
          shared?.onMove(viewport);
        }}
        ariaLabelConfig={{
          'controls.ariaLabel': t('canvas.controls'),
          'controls.zoomIn.ariaLabel': t('canvas.zoomIn'),
          'controls.zoomOut.ariaLabel': t('canvas.zoomOut'),
          'controls.fitView.ariaLabel': t('canvas.fit'),
        }}
      >
        {isFar ? (
          <FarLayer
            placed={placed}
            selected={selected ?? keyboard.active}
            lit={litNodes}
            title={texts.title}
          />
        ) : (
          <Background gap={24} size={1} />
        )}
        <FitControls placed={placed} onTouch={onTouch} />
      </ReactFlow>
      {isFar && tip && (
        <CanvasTip text={texts.node(tip.node)} x={tip.x} y={tip.y} />
      )}
      {keyboard.announcement}
    </div>
  );
}

/** xyflow fits to the nodes that it has; in the far view it has none. */
function FitControls(props: { placed: PlacedScene; onTouch(): void }) {
  const { placed, onTouch } = props;
  const { fitBounds } = useReactFlow();
  return (
    <Controls
      showInteractive={false}
      onZoomIn={onTouch}
      onZoomOut={onTouch}
      onFitView={() => {
        fitBounds(placed.extent, { padding: 0.06 });
      }}
    />
  );
}

function useShared(shared: LineageCanvasProps['shared']) {
  const { setViewport, getViewport } = useReactFlow();
  const viewport = shared?.viewport;
  useEffect(() => {
    if (!viewport) return;
    const own = getViewport();
    if (
      own.x !== viewport.x ||
      own.y !== viewport.y ||
      own.zoom !== viewport.zoom
    ) {
      setViewport(viewport);
    }
  }, [viewport, setViewport, getViewport]);
}
