import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from './queryKeys';

/** The SQL or configuration of a DataJob entity; `undefined` while it is not known. */
export function useDefinitionText(entityRef?: string): string | undefined {
  const catalog = useApi(catalogApiRef);
  const { data } = useQuery({
    queryKey: queryKeys.definition(entityRef),
    enabled: Boolean(entityRef),
    staleTime: 60_000,
    queryFn: async () => {
      const entity = await catalog.getEntityByRef(entityRef!);
      return definitionText(entity?.spec?.definition) ?? null;
    },
  });
  return data ?? undefined;
}

function definitionText(definition: unknown): string | undefined {
  if (typeof definition !== 'object' || definition === null) return undefined;
  const { sql, pipeline, config } = definition as Record<string, unknown>;
  return [sql, pipeline, config].find(
    (text): text is string => typeof text === 'string',
  );
}
