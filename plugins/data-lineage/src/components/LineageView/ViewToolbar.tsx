import { ReactNode, useMemo, useState } from 'react';
import { Button, Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  LineageGraph,
  Origin,
  ORIGINS,
} from '@datalark/backstage-plugin-data-lineage-common';
import {
  RiFilter3Line,
  RiNodeTree,
  RiTableLine,
  RiTimeLine,
} from '@remixicon/react';
import { GROUPINGS, Grouping } from '../../graph/buildScene';
import { useEntityTitles } from '../../hooks/useEntityTitle';
import { useText } from '../../hooks/useText';
import { ChangeView } from '../../hooks/useViewState';
import { ViewState } from '../../logic/viewState';
import { GroupButtons } from './GroupButtons';
import styles from './LineageView.module.css';

const DEPTHS = ['1', '2', '3', '4', '6', '10', '20', '40'];
const ANY = 'any';

/** What of the graph is shown, and how. */
export function ViewToolbar(props: {
  state: ViewState;
  change: ChangeView;
  graph?: LineageGraph;
  isTimeOpen: boolean;
  onToggleTime(): void;
  actions: ReactNode;
}) {
  const t = useText();
  const { state, change, graph, isTimeOpen, onToggleTime } = props;
  const filters = [
    state.type,
    state.owner,
    state.system,
    state.origins[0],
  ].filter(Boolean).length;
  const [isFiltering, setIsFiltering] = useState(filters > 0);
  const titles = useEntityTitles();
  const { owners, systems } = useMemo(() => known(graph), [graph]);
  const choice = (
    label: string,
    value: string,
    options: { value: string; label: string }[],
    onChange: (value: string) => void,
    className = styles.field,
  ) => (
    <Select
      size="small"
      className={className}
      label={label}
      options={options}
      value={value}
      onChange={key => key !== null && onChange(String(key))}
    />
  );
  const entities = (refs: string[], chosen?: string) => [
    { value: ANY, label: t('toolbar.any') },
    ...[...new Set([...refs, ...(chosen ? [chosen] : [])])].map(ref => ({
      value: ref,
      label: titles(ref),
    })),
  ];
  const orNone = (value: string) => (value === ANY ? undefined : value);
  return (
    <div
      className={styles.toolbar}
      role="group"
      aria-label={t('toolbar.label')}
    >
      {choice(
        t('toolbar.direction'),
        state.direction,
        (['both', 'upstream', 'downstream'] as const).map(value => ({
          value,
          label: t(`direction.${value}`),
        })),
        value => change({ direction: value as ViewState['direction'] }),
      )}
      {choice(
        t('toolbar.depth'),
        String(state.depth),
        [...new Set([...DEPTHS, String(state.depth)])]
          .sort((a, b) => Number(a) - Number(b))
          .map(value => ({ value, label: value })),
        value => change({ depth: Number(value) }),
        styles.depth,
      )}
      {choice(
        t('toolbar.level'),
        state.level,
        (['table', 'column'] as const).map(value => ({
          value,
          label: t(`level.${value}`),
        })),
        value =>
          change({
            level: value as ViewState['level'],
            open: keepGroups(state),
          }),
      )}
      {choice(
        t('toolbar.group'),
        state.grouping,
        GROUPINGS.map(value => ({ value, label: t(`grouping.${value}`) })),
        value =>
          change({
            grouping: value as Grouping,
            open: state.open.filter(id => !id.startsWith('group:')),
          }),
      )}
      <Button
        size="small"
        variant={isFiltering ? 'primary' : 'secondary'}
        iconStart={<RiFilter3Line />}
        aria-expanded={isFiltering}
        onPress={() => setIsFiltering(!isFiltering)}
      >
        {filters > 0
          ? t('toolbar.filtersActive', { number: String(filters) })
          : t('toolbar.filters')}
      </Button>
      <Button
        size="small"
        variant={isTimeOpen ? 'primary' : 'secondary'}
        iconStart={<RiTimeLine />}
        aria-expanded={isTimeOpen}
        onPress={onToggleTime}
      >
        {state.asOf || state.since ? t('toolbar.timeActive') : t('time.label')}
      </Button>
      <div className={styles.end}>
        <GroupButtons state={state} change={change} graph={graph} />
        <ToggleButtonGroup
          aria-label={t('toolbar.show')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[state.show]}
          onSelectionChange={keys =>
            change({ show: [...keys][0] as ViewState['show'] })
          }
        >
          <ToggleButton id="graph" iconStart={<RiNodeTree />}>
            {t('show.graph')}
          </ToggleButton>
          <ToggleButton id="table" iconStart={<RiTableLine />}>
            {t('show.table')}
          </ToggleButton>
        </ToggleButtonGroup>
        {props.actions}
      </div>
      {isFiltering && (
        <div
          className={styles.filters}
          role="group"
          aria-label={t('toolbar.filters')}
        >
          <Select
            size="small"
            className={styles.field}
            label={t('toolbar.origin')}
            selectionMode="multiple"
            placeholder={t('toolbar.any')}
            options={ORIGINS.map(value => ({
              value,
              label: t(`origin.${value}`),
            }))}
            value={state.origins}
            onChange={keys =>
              change({ origins: keys.map(key => String(key) as Origin) })
            }
          />
          {choice(
            t('toolbar.type'),
            state.type ?? ANY,
            [
              { value: ANY, label: t('toolbar.any') },
              { value: 'dataset', label: t('nodeTypes.dataset') },
              { value: 'job', label: t('nodeTypes.job') },
            ],
            value => change({ type: orNone(value) as ViewState['type'] }),
          )}
          {choice(
            t('toolbar.owner'),
            state.owner ?? ANY,
            entities(owners, state.owner),
            value => change({ owner: orNone(value) }),
          )}
          {choice(
            t('toolbar.system'),
            state.system ?? ANY,
            entities(systems, state.system),
            value => change({ system: orNone(value) }),
          )}
        </div>
      )}
    </div>
  );
}

// The level says which nodes are open by themselves: what was toggled against it is void.
function keepGroups(state: ViewState): string[] {
  return state.open.filter(id => id.startsWith('group:'));
}

function known(graph?: LineageGraph) {
  const owners = new Set<string>();
  const systems = new Set<string>();
  for (const node of graph?.nodes ?? []) {
    if (node.hidden) continue;
    if (node.owner) owners.add(node.owner);
    if (node.system) systems.add(node.system);
  }
  return { owners: [...owners].sort(), systems: [...systems].sort() };
}
