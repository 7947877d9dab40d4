import {
  ChangeRequest,
  ColumnQuery,
  DriftQuery,
  GraphQuery,
  ImpactQuery,
  SearchQuery,
} from '@datalark/backstage-plugin-data-lineage-common';

/** Keys of everything that is cached. */
export const queryKeys = {
  graph: (query: GraphQuery) => ['graph', query] as const,
  diff: (query: object) => ['diff', query] as const,
  times: (query: object) => ['times', query] as const,
  path: (query: object) => ['path', query] as const,
  column: (query?: ColumnQuery) => ['column', query] as const,
  search: (query: SearchQuery) => ['search', query] as const,
  entity: (entityRef: string) => ['entity', entityRef] as const,
  impact: (query?: ImpactQuery) => ['impact', query] as const,
  drift: (query: DriftQuery) => ['drift', query] as const,
  driftYaml: (id: string) => ['drift-yaml', id] as const,
  preview: (request?: ChangeRequest) => ['preview', request] as const,
  definition: (entityRef?: string) => ['definition', entityRef] as const,
  aliases: () => ['aliases'] as const,
  permission: (name: string) => ['permission', name] as const,
};
