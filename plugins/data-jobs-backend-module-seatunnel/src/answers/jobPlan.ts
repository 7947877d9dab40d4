import { JobPlan } from '@datalark/backstage-plugin-data-jobs-common';
import { isRecord, numberField, textField } from './field';

/**
 * The graph of a job. Servers have two forms of it: `vertices` and `edges` by
 * name, and `vertexInfoMap` (a list or a map) with `pipelineEdges` by id.
 */
export function readPlan(
  dag: Record<string, unknown> | undefined,
  metrics: Record<string, unknown> = {},
): JobPlan {
  if (!dag) return { nodes: [], edges: [] };
  return Array.isArray(dag.vertices) ? byName(dag) : byId(dag, metrics);
}

function byName(dag: Record<string, unknown>): JobPlan {
  const vertices = records(dag.vertices);
  const nodes = vertices.flatMap(vertex => {
    const id = textField(vertex, 'id');
    if (!id) return [];
    const parallelism = numberField(vertex, 'parallelism');
    return [
      {
        id,
        name: plainName(textField(vertex, 'name') ?? id),
        ...(parallelism !== undefined && { parallelism }),
      },
    ];
  });
  const idOf = new Map(nodes.map(node => [node.name, node.id]));
  const end = (edge: Record<string, unknown>, key: string) =>
    idOf.get(plainName(textField(edge, key) ?? ''));
  return {
    nodes,
    edges: records(dag.edges).flatMap(edge => {
      const from = end(edge, 'inputVertex');
      const to = end(edge, 'targetVertex');
      return from && to ? [{ from, to }] : [];
    }),
  };
}

function byId(
  dag: Record<string, unknown>,
  metrics: Record<string, unknown>,
): JobPlan {
  const nodes = records(dag.vertexInfoMap).flatMap(vertex => {
    const id = textField(vertex, 'vertexId');
    const name =
      textField(vertex, 'vertexName') ?? textField(vertex, 'connectorType');
    return id
      ? [{ id, name: plainName(name ?? id), ...rowsOf(vertex, metrics) }]
      : [];
  });
  const ids = new Set(nodes.map(node => node.id));
  const pipelines = isRecord(dag.pipelineEdges)
    ? Object.values(dag.pipelineEdges)
    : [];
  const edges = pipelines.flatMap(records).flatMap(edge => {
    const from = textField(edge, 'inputVertexId');
    const to = textField(edge, 'targetVertexId');
    return from && to && ids.has(from) && ids.has(to) ? [{ from, to }] : [];
  });
  return { nodes, edges };
}

/** Rows of the tables of a source or a sink; between them servers do not count. */
function rowsOf(
  vertex: Record<string, unknown>,
  metrics: Record<string, unknown>,
): { recordsIn?: number; recordsOut?: number } {
  const tables = Array.isArray(vertex.tablePaths) ? vertex.tablePaths : [];
  const sum = (name: string) => {
    const perTable = metrics[name];
    if (!isRecord(perTable)) return undefined;
    const known = tables.flatMap(
      table => numberField(perTable, String(table)) ?? [],
    );
    return known.length ? known.reduce((a, b) => a + b, 0) : undefined;
  };
  const type = textField(vertex, 'type');
  const recordsOut =
    type === 'source' ? sum('TableSourceReceivedCount') : undefined;
  const recordsIn = type === 'sink' ? sum('TableSinkWriteCount') : undefined;
  return {
    ...(recordsIn !== undefined && { recordsIn }),
    ...(recordsOut !== undefined && { recordsOut }),
  };
}

function records(value: unknown): Array<Record<string, unknown>> {
  if (Array.isArray(value)) return value.filter(isRecord);
  return isRecord(value) ? Object.values(value).filter(isRecord) : [];
}

/** `pipeline-1 [Source[0]-Jdbc]` and `Source[0]-Jdbc(id=1)` → `Source[0]-Jdbc`. */
function plainName(name: string): string {
  return name
    .replace(/^pipeline-\d+ \[(.*)\]$/, '$1')
    .replace(/\(id=\d+\)$/, '');
}
