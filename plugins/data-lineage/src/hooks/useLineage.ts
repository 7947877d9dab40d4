import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ColumnQuery,
  DataLineageApi,
  GraphQuery,
  LineageGraph,
} from '@datalark/backstage-plugin-data-lineage-common';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { dataLineageApiRef } from '../api/dataLineageApiRef';
import { Expansion, mergeGraphs } from '../graph/mergeGraphs';
import { ViewState } from '../logic/viewState';
import { POLL_INTERVAL } from './LineageQueryProvider';
import { queryKeys } from './queryKeys';

const COLUMN_DEPTH = 40;

/** The part of the graph that a view shows, kept fresh: first answer, expansions, path of a column. */
export function useLineage(state: ViewState) {
  const api = useApi(dataLineageApiRef);
  const base = useQuery<LineageGraph>({
    ...baseQuery(api, state),
    enabled: state.roots.length > 0,
    placeholderData: keepPreviousData,
    // The past does not change.
    refetchInterval: state.asOf ? false : POLL_INTERVAL,
  });
  const expansions = useExpansions(api, state);
  const column = useColumnPath(state);
  const data = state.roots.length > 0 ? base.data : undefined;
  const path = state.column && column.data;
  const graph = useMemo(() => {
    if (!data) return undefined;
    const all = path ? [...expansions, columnStep(path)] : expansions;
    return all.length ? mergeGraphs(data, all) : data;
    // An answer that differs in nothing but its time is the same picture.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [
    data?.nodes,
    data?.edges,
    data?.columnLinks,
    data?.truncated,
    expansions,
    path,
  ]);
  return { base, column, path, graph, asOf: data?.asOf };
}

type Answer = {
  queryKey: readonly unknown[];
  queryFn(context: { signal: AbortSignal }): Promise<LineageGraph>;
};

function baseQuery(api: DataLineageApi, state: ViewState): Answer {
  const { roots, asOf, since, pathTo } = state;
  if (pathTo && roots[0]) {
    const query = { from: roots[0], to: pathTo, ...(asOf && { asOf }) };
    return {
      queryKey: queryKeys.path(query),
      queryFn: ({ signal }) => api.getPath(query, { signal }),
    };
  }
  const query = toGraphQuery(state);
  if (since) {
    const { asOf: _, ...rest } = query;
    return {
      queryKey: queryKeys.diff({ ...rest, from: since, to: asOf }),
      queryFn: ({ signal }) => {
        const to = asOf ?? new Date().toISOString();
        return api.getDiff({ ...rest, from: since, to }, { signal });
      },
    };
  }
  return {
    queryKey: queryKeys.graph(query),
    queryFn: ({ signal }) => api.getGraph(query, { signal }),
  };
}

/** The question that a view asks the server. */
export function toGraphQuery(state: ViewState): GraphQuery {
  const hasOpenNodes = state.open.some(id => id.startsWith('dataset:'));
  return {
    nodes: state.roots,
    direction: state.direction,
    depth: state.depth,
    level: state.level === 'column' || hasOpenNodes ? 'column' : 'table',
    ...(state.origins.length > 0 && { origins: state.origins }),
    ...(state.asOf && { asOf: state.asOf }),
    ...(state.limit && { limit: state.limit }),
  };
}

function useExpansions(api: DataLineageApi, state: ViewState): Expansion[] {
  const steps = [
    ...state.up.map(node => ({ node, direction: 'upstream' as const })),
    ...state.down.map(node => ({ node, direction: 'downstream' as const })),
  ];
  const answers = useQueries({
    queries: steps.map(({ node, direction }) => {
      const query: GraphQuery = {
        ...toGraphQuery(state),
        nodes: [node],
        direction,
        depth: 1,
      };
      return {
        queryKey: queryKeys.graph(query),
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          api.getGraph(query, { signal }),
        enabled: !state.since && !state.pathTo,
      };
    }),
    combine: results => results.map(result => result.data),
  });
  return useMemo(
    () =>
      steps.flatMap((step, i) => {
        const graph = answers[i];
        return graph ? [{ ...step, graph }] : [];
      }),
    // The steps are what the view lists; their answers are kept by reference.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [answers, state.up, state.down],
  );
}

function useColumnPath(state: ViewState) {
  const api = useApi(dataLineageApiRef);
  const query: ColumnQuery | undefined = state.column && {
    node: state.column.node,
    column: state.column.column,
    direction: 'both',
    depth: COLUMN_DEPTH,
    ...(state.origins.length > 0 && { origins: state.origins }),
    ...(state.asOf && { asOf: state.asOf }),
  };
  return useQuery({
    queryKey: queryKeys.column(query),
    queryFn: ({ signal }) => api.getColumn(query!, { signal }),
    enabled: Boolean(query),
  });
}

/** The path of a column joins the picture; hidden nodes on it are counted by the picture already. */
function columnStep(graph: LineageGraph): Expansion {
  const nodes = graph.nodes.filter(node => !node.hidden);
  const shown = new Set(nodes.map(node => node.id));
  const edges = graph.edges.filter(
    ({ from, to }) => shown.has(from) && shown.has(to),
  );
  return {
    node: '',
    direction: 'downstream',
    graph: { ...graph, nodes, edges },
  };
}
