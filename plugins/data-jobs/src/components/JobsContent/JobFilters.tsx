import { useEffect, useState } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { Button, SearchField, Select, Switch } from '@backstage/ui';
import {
  DESIRED_STATES,
  HEALTH_STATES,
  OBSERVED_STATES,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { useFilterOptions } from '../../hooks/useFilterOptions';
import {
  clearedFilters,
  isFiltered,
  JobListState,
  ListFilter,
} from '../../logic/jobListState';
import styles from './JobsContent.module.css';

type FilterProps = {
  state: JobListState;
  onChange: (part: Partial<JobListState>) => void;
};

/** All filters of the list; what they hold is in the address. */
export function JobFilters({ state, onChange }: FilterProps) {
  const t = useText();
  const presentation = useApiHolder().get(entityPresentationApiRef);
  const known = useFilterOptions();
  const select = (
    name: ListFilter,
    values: readonly string[],
    label: (value: string) => string,
  ) => (
    <FilterSelect
      name={name}
      state={state}
      values={values}
      label={label}
      onChange={onChange}
    />
  );
  return (
    <div
      className={styles.filters}
      role="search"
      aria-label={t('list.filter.label')}
    >
      <TextFilter state={state} onChange={onChange} />
      {select(
        'owner',
        known.owner,
        value =>
          entityPresentationSnapshot(value, {}, presentation).primaryTitle,
      )}
      {known.system.length > 0 &&
        select(
          'system',
          known.system,
          value =>
            entityPresentationSnapshot(value, {}, presentation).primaryTitle,
        )}
      {select('type', known.type, value => value)}
      {select('engine', known.engine, value => value)}
      {known.environment.length > 1 &&
        select('environment', known.environment, value => value)}
      {select('desired', DESIRED_STATES, value =>
        t(`desired.${value as (typeof DESIRED_STATES)[number]}`),
      )}
      {select('observed', OBSERVED_STATES, value =>
        t(`observed.${value as (typeof OBSERVED_STATES)[number]}`),
      )}
      {select('health', HEALTH_STATES, value =>
        t(`health.${value as (typeof HEALTH_STATES)[number]}`),
      )}
      <Switch
        className={styles.mine}
        label={t('list.filter.mine')}
        isSelected={state.mine}
        onChange={mine => onChange({ mine })}
      />
      {isFiltered(state) && (
        <Button
          variant="tertiary"
          size="small"
          className={styles.clear}
          onPress={() => onChange(clearedFilters())}
        >
          {t('list.clearFilters')}
        </Button>
      )}
    </div>
  );
}

function FilterSelect(
  props: FilterProps & {
    name: ListFilter;
    values: readonly string[];
    label: (value: string) => string;
  },
) {
  const t = useText();
  const { name, state, onChange } = props;
  const chosen = state.filters[name];
  // A value from the address stays choosable although nothing knows it (any more).
  const values = [...new Set([...props.values, ...chosen])];
  return (
    <Select
      size="small"
      className={styles.filter}
      label={t(`list.filter.${name}`)}
      selectionMode="multiple"
      placeholder={t('list.filter.any')}
      options={values.map(value => ({ value, label: props.label(value) }))}
      value={chosen}
      onChange={keys =>
        onChange({
          filters: { ...state.filters, [name]: keys.map(String) },
        })
      }
    />
  );
}

function TextFilter({ state, onChange }: FilterProps) {
  const t = useText();
  const [text, setText] = useState(state.text);
  useEffect(() => setText(state.text), [state.text]);
  useEffect(() => {
    if (text === state.text) return undefined;
    const timer = setTimeout(() => onChange({ text }), 250);
    return () => clearTimeout(timer);
  }, [text, state.text, onChange]);
  return (
    <SearchField
      size="small"
      className={styles.search}
      label={t('list.filter.text')}
      placeholder={t('list.filter.textPlaceholder')}
      value={text}
      onChange={setText}
    />
  );
}
