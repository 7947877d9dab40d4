import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from './queryKeys';
import { useEngines } from './useEngines';

/** Values to choose from, as far as catalog and engines know them. */
export type FilterOptions = {
  owner: string[];
  type: string[];
  engine: string[];
};

/** What the filters of the list offer. Nothing that fails here breaks the list. */
export function useFilterOptions(): FilterOptions {
  const catalogApi = useApi(catalogApiRef);
  const engines = useEngines();
  const { data } = useQuery({
    queryKey: queryKeys.facets(),
    staleTime: 60_000,
    queryFn: async () => {
      const { facets } = await catalogApi.getEntityFacets({
        filter: { kind: 'DataJob' },
        facets: ['relations.ownedBy', 'spec.type', 'spec.engine'],
      });
      return facets;
    },
  });
  const values = (facet: string) =>
    (data?.[facet] ?? []).map(({ value }) => value);
  return {
    owner: sorted(values('relations.ownedBy')),
    type: sorted([
      ...values('spec.type'),
      ...(engines.data ?? []).flatMap(one => one.capabilities.jobTypes),
    ]),
    engine: sorted([
      ...values('spec.engine'),
      ...(engines.data ?? []).map(one => one.name),
    ]),
  };
}

function sorted(values: string[]): string[] {
  return [...new Set(values)].sort();
}
