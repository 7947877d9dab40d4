import {
  FocusEvent,
  KeyboardEvent,
  ReactNode,
  useEffect,
  useId,
  useState,
} from 'react';
import { useReactFlow } from '@xyflow/react';
import { VisuallyHidden } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import { PlacedScene } from '../../graph/PlacedScene';
import { CanvasActions } from './CanvasActions';
import { ArrowKey, neighbourOf } from './neighbourOf';
import { useCanvasTexts } from './useCanvasTexts';

const ARROWS: readonly string[] = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
];

/**
 * Moves through the picture: arrows go along the edges, Enter shows the facts,
 * `+` and `-` ask for a step downstream and upstream, Space opens the columns.
 */
export function useCanvasKeyboard(
  placed: PlacedScene,
  actions: CanvasActions,
  isFar: boolean,
  selected: string | undefined,
) {
  const t = useText();
  const hintId = useId();
  const texts = useCanvasTexts(placed);
  const { setCenter, getZoom } = useReactFlow();
  const [moved, setMoved] = useState<string>();
  const first =
    placed.scene.nodes.find(node => node.kind === 'node' && node.isRoot) ??
    placed.scene.nodes[0];
  const candidates = [moved, selected, first?.id];
  const active = candidates.find(id => id !== undefined && placed.node(id));
  const [focusOn, setFocusOn] = useState<{ id: string; in: HTMLElement }>();

  // The node that the key leads to may be drawn only once it is in sight.
  useEffect(() => {
    if (!focusOn) return undefined;
    let frames = 0;
    let frame = requestAnimationFrame(function look() {
      const element = focusOn.in.querySelector<HTMLElement>(
        `.react-flow__node[data-id="${CSS.escape(focusOn.id)}"]`,
      );
      if (element) element.focus({ preventScroll: true });
      else if (++frames < 30) frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  }, [focusOn]);

  const goTo = (id: string, container: HTMLElement) => {
    setMoved(id);
    const box = placed.box(id);
    if (box) {
      setCenter(box.x + box.width / 2, box.y + box.height / 2, {
        zoom: getZoom(),
      });
    }
    if (!isFar) setFocusOn({ id, in: container });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    const isOnBox = target.matches('.react-flow__node, [data-view]');
    if (!active || !isOnBox) return;
    if (ARROWS.includes(event.key)) {
      event.preventDefault();
      const next = neighbourOf(placed, active, event.key as ArrowKey);
      if (next) goTo(next, event.currentTarget);
      return;
    }
    const node = placed.node(active);
    switch (event.key) {
      case 'Enter':
        actions.select(active);
        break;
      case ' ':
        if (node?.kind !== 'hidden') actions.toggleOpen(active);
        break;
      case '+':
      case '-':
        if (node?.kind === 'node') {
          actions.expand(active, event.key === '+' ? 'downstream' : 'upstream');
        }
        break;
      case 'Escape':
        actions.select(undefined);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    const id = (event.target as HTMLElement)
      .closest<HTMLElement>('.react-flow__node')
      ?.getAttribute('data-id');
    if (id && placed.node(id)) setMoved(id);
  };

  const activeNode = active === undefined ? undefined : placed.node(active);
  const announcement: ReactNode = (
    <VisuallyHidden>
      <span id={hintId}>{t('canvas.keys')}</span>
      <span role="status">
        {isFar && moved && activeNode ? texts.node(activeNode) : ''}
      </span>
    </VisuallyHidden>
  );
  return { active, hintId, onKeyDown, onFocus, announcement };
}
