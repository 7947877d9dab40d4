import { useMemo, useState } from 'react';
import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import { buildScene } from '../../graph/buildScene';
import { usePlacedScene } from '../../hooks/usePlacedScene';
import { useText } from '../../hooks/useText';
import { toggled } from '../../logic/viewState';
import { LineageCanvas, CanvasContextValue } from '../LineageCanvas';
import { Legend } from '../LineageView/Legend';
import styles from './ChangePreviewPanel.module.css';

const NOTHING = () => {};

/** Before and after in one small picture. */
export function ChangeGraph({ graph }: { graph: LineageGraph }) {
  const t = useText();
  const [open, setOpen] = useState<string[]>([]);
  const scene = useMemo(
    () => buildScene(graph, { grouping: 'none', open: new Set(open) }),
    [graph, open],
  );
  const placed = usePlacedScene(scene, 'preview');
  const context = useMemo(
    (): CanvasContextValue => ({
      actions: {
        ...{ select: NOTHING, expand: NOTHING, unfold: NOTHING },
        chooseColumn: NOTHING,
        toggleOpen: id => setOpen(before => toggled(before, id)),
      },
    }),
    [],
  );
  if (!placed || graph.nodes.length === 0) return null;
  return (
    <>
      <div className={styles.graph}>
        <LineageCanvas
          placed={placed}
          context={context}
          fitKey={graph.nodes.map(node => node.id).join(' ')}
          label={t('preview.graph')}
        />
      </div>
      <Legend hasDiff isTable={false} />
    </>
  );
}
