import { useText } from '../../hooks/useText';
import { SceneNode, SIZES } from '../../graph/Scene';
import { useCanvas } from './CanvasActions';
import styles from './LineageBox.module.css';

/** The columns of an open node; choosing one lights up its path. */
export function ColumnRows(props: {
  box: Extract<SceneNode, { kind: 'node' }>;
}) {
  const t = useText();
  const { actions, column, litColumns } = useCanvas();
  const { box } = props;
  return (
    <ul
      className={`nodrag nowheel ${styles.columns}`}
      aria-label={t('canvas.columnsOf', { name: box.node.title })}
    >
      {box.columns?.map(({ name, type }) => {
        const isChosen = column?.node === box.id && column.column === name;
        const isLit = litColumns?.has(`${box.id} ${name}`);
        return (
          <li key={name} style={{ height: SIZES.row }}>
            <button
              type="button"
              className={styles.column}
              tabIndex={-1}
              aria-pressed={isChosen}
              data-lit={isLit || undefined}
              data-faint={(litColumns && !isLit) || undefined}
              title={type ? `${name} ${type}` : name}
              onClick={event => {
                event.stopPropagation();
                actions.chooseColumn(box.id, name);
              }}
            >
              <span className={styles.columnName}>{name}</span>
              <span className={styles.columnType}>{type}</span>
            </button>
          </li>
        );
      })}
      {box.moreColumns > 0 && (
        <li style={{ height: SIZES.row }}>
          <button
            type="button"
            className={styles.column}
            tabIndex={-1}
            onClick={event => {
              event.stopPropagation();
              actions.unfold(box.id);
            }}
          >
            {t('canvas.moreColumns', { count: box.moreColumns })}
          </button>
        </li>
      )}
    </ul>
  );
}
