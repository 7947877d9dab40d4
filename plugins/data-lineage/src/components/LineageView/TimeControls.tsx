import { useId, useMemo, useRef } from 'react';
import { Button, Slider, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useTimeFormat } from '@datalark/backstage-plugin-data-entities-react';
import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import { knownTimes, thinnedTimes } from '../../graph/knownTimes';
import { useChangeTimes } from '../../hooks/useChangeTimes';
import { useText } from '../../hooks/useText';
import { ChangeView } from '../../hooks/useViewState';
import { fromLocalField, toLocalField } from '../../logic/localTime';
import { ViewState } from '../../logic/viewState';
import styles from './LineageView.module.css';

/** The time that the picture holds for, and another to compare it with. */
export function TimeControls(props: {
  state: ViewState;
  change: ChangeView;
  graph?: LineageGraph;
}) {
  const t = useText();
  const { state, change, graph } = props;
  const format = useTimeFormat();
  const times = useTimes(graph, state);
  // One place past the last known time is now.
  const position = state.asOf
    ? times.filter(time => time <= state.asOf!).length - 1
    : times.length;
  return (
    <div className={styles.time} role="group" aria-label={t('time.label')}>
      <TimeField
        label={t('time.asOf')}
        value={state.asOf}
        onChange={asOf => change({ asOf })}
      />
      {times.length > 1 && (
        <Slider
          className={styles.slider}
          label={t('time.slider')}
          minValue={0}
          maxValue={times.length}
          step={1}
          value={Math.max(0, position)}
          onChange={(value: number) => change({ asOf: times[value] })}
          formatOptions={{ maximumFractionDigits: 0 }}
          secondaryLabel={
            state.asOf ? format.absolute(state.asOf) : t('time.now')
          }
        />
      )}
      <TimeField
        label={t('time.since')}
        value={state.since}
        onChange={since => change({ since })}
      />
      {state.since && (
        <ToggleButtonGroup
          aria-label={t('time.compare')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[state.compare]}
          onSelectionChange={keys =>
            change({ compare: [...keys][0] as ViewState['compare'] })
          }
        >
          <ToggleButton id="over">{t('time.over')}</ToggleButton>
          <ToggleButton id="side">{t('time.side')}</ToggleButton>
        </ToggleButtonGroup>
      )}
      {(state.asOf || state.since) && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => change({ asOf: undefined, since: undefined })}
        >
          {t('time.backToNow')}
        </Button>
      )}
    </div>
  );
}

/**
 * Times at which something changed here; until the server has told them, those of
 * what was seen of these roots so far: the past knows less than the present.
 */
function useTimes(
  graph: LineageGraph | undefined,
  state: ViewState,
): readonly string[] {
  const { data: told } = useChangeTimes({
    nodes: state.roots,
    depth: state.depth,
  });
  const seen = useRef<{ key: string; times: Set<string> }>();
  const key = state.roots.join(' ');
  return useMemo(() => {
    if (seen.current?.key !== key) seen.current = { key, times: new Set() };
    const { times } = seen.current;
    knownTimes(graph).forEach(time => times.add(time));
    return told ? thinnedTimes(told) : [...times].sort();
  }, [graph, key, told]);
}

function TimeField(props: {
  label: string;
  value?: string;
  onChange(value?: string): void;
}) {
  const id = useId();
  return (
    <div className={styles.timeField}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="datetime-local"
        value={toLocalField(props.value)}
        onChange={event => props.onChange(fromLocalField(event.target.value))}
      />
    </div>
  );
}
