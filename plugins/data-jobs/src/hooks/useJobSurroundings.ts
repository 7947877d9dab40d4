import { useApi } from '@backstage/frontend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { runbookOf } from '@datalark/backstage-plugin-data-jobs-common';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from './queryKeys';

const WRITES_TO = 'writesTo';
const READ_BY = 'readBy';
const DEPENDENCY_OF = 'dependencyOf';
const MOST = 100;

/** What the catalog says of a job: who comes after it, and what to read when it is not well. */
export type JobSurroundings = {
  /** Datasets that it writes. */
  datasets: string[];
  /** What reads those datasets or depends on the job itself. */
  dependents: string[];
  runbook?: { url: string; title: string };
};

/** Asks the catalog; undefined while it is not known. */
export function useJobSurroundings(
  entityRef: string,
): JobSurroundings | undefined {
  const catalog = useApi(catalogApiRef);
  const query = useQuery({
    queryKey: queryKeys.surroundings(entityRef),
    queryFn: async () => {
      const entity = await catalog.getEntityByRef(entityRef);
      const datasets = related(entity, WRITES_TO).slice(0, MOST);
      const { items } = datasets.length
        ? await catalog.getEntitiesByRefs({
            entityRefs: datasets,
            fields: [
              'kind',
              'metadata.name',
              'metadata.namespace',
              'relations',
            ],
          })
        : { items: [] };
      const own = entity ? stringifyEntityRef(entity) : entityRef;
      const dependents = [
        ...items.flatMap(item => related(item, READ_BY)),
        ...related(entity, DEPENDENCY_OF),
      ].filter(ref => ref !== own);
      return {
        datasets,
        dependents: [...new Set(dependents)],
        runbook: runbookOf(entity),
      };
    },
    staleTime: 60_000,
  });
  return query.data;
}

function related(entity: Entity | undefined, type: string): string[] {
  return (entity?.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef);
}
