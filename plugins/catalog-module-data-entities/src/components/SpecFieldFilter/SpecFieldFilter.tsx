import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type DefaultEntityFilters,
  EntityAutocompletePicker,
  type EntityFilter,
} from '@backstage/plugin-catalog-react';
import type { Entity } from '@backstage/catalog-model';
import { dataEntitiesTranslationRef } from '../../translation';

/** A field of `spec` that the catalog index can be narrowed by. */
export type FilteredSpecField = 'engine' | 'environment';

class SpecFieldValues implements EntityFilter {
  constructor(readonly field: FilteredSpecField, readonly values: string[]) {}

  getCatalogFilters() {
    return { [`spec.${this.field}`]: this.values };
  }

  filterEntity(entity: Entity) {
    return this.values.includes(String(entity.spec?.[this.field]));
  }

  toQueryValue() {
    return this.values;
  }
}

class EngineFilter extends SpecFieldValues {
  constructor(values: string[]) {
    super('engine', values);
  }
}

class EnvironmentFilter extends SpecFieldValues {
  constructor(values: string[]) {
    super('environment', values);
  }
}

const FILTERS = { engine: EngineFilter, environment: EnvironmentFilter };

type Filters = DefaultEntityFilters & {
  engine?: EngineFilter;
  environment?: EnvironmentFilter;
};

/** Narrows the catalog index by a field of `spec`; not shown where no entity of the kind has it. */
export function SpecFieldFilter({ field }: { field: FilteredSpecField }) {
  const { t } = useTranslationRef(dataEntitiesTranslationRef);
  return (
    <EntityAutocompletePicker<Filters>
      label={t(`filter.${field}`)}
      name={field}
      path={`spec.${field}`}
      Filter={FILTERS[field]}
    />
  );
}
