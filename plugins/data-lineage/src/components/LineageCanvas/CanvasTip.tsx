import styles from './LineageCanvas.module.css';

/** Says what is under the pointer in the far view. */
export function CanvasTip(props: { text: string; x: number; y: number }) {
  return (
    <div
      className={styles.tip}
      role="tooltip"
      style={{ left: props.x + 14, top: props.y + 14 }}
    >
      {props.text}
    </div>
  );
}
