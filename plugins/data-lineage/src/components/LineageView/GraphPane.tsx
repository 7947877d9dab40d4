import { useMemo, useState } from 'react';
import { Viewport } from '@xyflow/react';
import { Text } from '@backstage/ui';
import { useTimeFormat } from '@datalark/backstage-plugin-data-entities-react';
import { LineageCanvas, CanvasContextValue } from '../LineageCanvas';
import { PlacedScene } from '../../graph/PlacedScene';
import { sideOf } from '../../graph/sideOf';
import { useText } from '../../hooks/useText';
import { ViewState } from '../../logic/viewState';
import styles from './LineageView.module.css';

/** One picture; or two of the same places at two times, moved together. */
export function GraphPane(props: {
  placed: PlacedScene;
  context: CanvasContextValue;
  state: ViewState;
  fitKey: string;
}) {
  const t = useText();
  const { placed, context, state, fitKey } = props;
  if (state.since && state.compare === 'side') return <TwoTimes {...props} />;
  return (
    <LineageCanvas
      placed={placed}
      context={context}
      fitKey={fitKey}
      label={t('canvas.label', { count: placed.scene.nodes.length })}
    />
  );
}

function TwoTimes({
  placed,
  context,
  state,
  fitKey,
}: Parameters<typeof GraphPane>[0]) {
  const format = useTimeFormat();
  const t = useText();
  const before = useMemo(() => sideOf(placed, 'added'), [placed]);
  const after = useMemo(() => sideOf(placed, 'removed'), [placed]);
  const [viewport, setViewport] = useState<Viewport>();
  const shared = { viewport, onMove: setViewport };
  const sides = [
    { scene: before, time: format.absolute(state.since!) },
    {
      scene: after,
      time: state.asOf ? format.absolute(state.asOf) : t('time.now'),
    },
  ];
  return (
    <div className={styles.sides}>
      {sides.map(({ scene, time }, i) => (
        <div key={i} className={styles.side}>
          <Text as="h3" variant="title-x-small">
            {time}
          </Text>
          <LineageCanvas
            placed={scene}
            context={context}
            fitKey={`${fitKey}\n${i}`}
            label={t('canvas.labelAt', { time })}
            shared={shared}
          />
        </div>
      ))}
    </div>
  );
}
