import { useText } from '../../hooks/useText';
import { SceneNode } from '../../graph/Scene';
import { useCanvas } from './CanvasActions';
import styles from './LineageBox.module.css';

/** Asks for one more step; says how many neighbours are left out. */
export function ExpandButton(props: {
  box: Extract<SceneNode, { kind: 'node' }>;
  direction: 'upstream' | 'downstream';
}) {
  const t = useText();
  const { actions } = useCanvas();
  const { box, direction } = props;
  const count = box.node.more[direction];
  if (!count) return null;
  return (
    <button
      type="button"
      className={`nodrag ${styles.expand}`}
      data-direction={direction}
      tabIndex={-1}
      aria-label={t(`canvas.expand.${direction}`, {
        count,
        name: box.node.title,
      })}
      onClick={event => {
        event.stopPropagation();
        actions.expand(box.id, direction);
      }}
    >
      +{count > 99 ? '99…' : count}
    </button>
  );
}
