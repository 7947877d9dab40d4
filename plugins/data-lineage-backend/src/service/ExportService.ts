import {
  GraphQuery,
  LineageGraph,
  ORIGINS,
  Origin,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { jobEventOf } from '@datalark/openlineage';
import { Caller } from './Caller';
import { GraphService } from './GraphService';

const PRODUCER = 'https://github.com/datalark/datalark/data-lineage';

const isProcessing = (
  word: string | undefined,
): word is 'BATCH' | 'STREAMING' | 'SERVICE' =>
  word === 'BATCH' || word === 'STREAMING' || word === 'SERVICE';

/** Gives parts of the graph away, as OpenLineage. */
export class ExportService {
  constructor(private readonly graph: GraphService) {}

  /**
   * JobEvents, one JSON a line: one for each job and origin, with the columns
   * that are known. What the caller may not see is left out.
   */
  async events(caller: Caller, query: GraphQuery): Promise<string> {
    const graph = await this.graph.graph(caller, { ...query, level: 'column' });
    const nodes = new Map(
      graph.nodes.flatMap(node => (node.hidden ? [] : [[node.id, node]])),
    );
    const lines: string[] = [];
    for (const job of nodes.values()) {
      if (job.type !== 'job') continue;
      for (const origin of ORIGINS) {
        const event = eventOf(job, origin, graph, nodes);
        if (event) lines.push(JSON.stringify(event));
      }
    }
    return lines.map(line => `${line}\n`).join('');
  }
}

function eventOf(
  job: VisibleNode,
  origin: Origin,
  graph: LineageGraph,
  nodes: ReadonlyMap<string, VisibleNode>,
) {
  const told = graph.edges.filter(
    ({ from, to, origins }) =>
      (from === job.id || to === job.id) && origins.includes(origin),
  );
  if (told.length === 0) return undefined;
  const links = (graph.columnLinks ?? []).filter(
    link => link.job === job.id && link.origins.includes(origin),
  );
  const named = (id: string) => {
    const { namespace, name } = nodes.get(id)!;
    return { namespace, name };
  };
  const datasets = (ids: string[]) =>
    ids
      .filter(id => nodes.has(id))
      .map(id => ({
        ...named(id),
        ...(nodes.get(id)!.columns && {
          schema: nodes.get(id)!.columns!.map(column => ({ ...column })),
        }),
        symlinks: (nodes.get(id)!.symlinks ?? []).map(symlink => ({
          type: 'TABLE',
          ...symlink,
        })),
      }));
  return jobEventOf({
    job: named(job.id),
    inputs: datasets(told.filter(e => e.to === job.id).map(e => e.from)),
    outputs: datasets(told.filter(e => e.from === job.id).map(e => e.to)),
    columnEdges: links.flatMap(({ from, to, transformations }) =>
      to.column === undefined
        ? []
        : [
            {
              from: { ...named(from.node), field: from.column },
              to: { ...named(to.node), field: to.column },
              transformations,
            },
          ],
    ),
    influences: links.flatMap(({ from, to, transformations }) =>
      to.column === undefined
        ? [
            {
              from: { ...named(from.node), field: from.column },
              to: named(to.node),
              transformations,
            },
          ]
        : [],
    ),
    ...(job.integration && { integration: job.integration }),
    ...(isProcessing(job.processing) && { processingType: job.processing }),
    producer: `${PRODUCER}/${origin}`,
    eventTime: told
      .map(({ lastSeenAt }) => lastSeenAt)
      .sort()
      .at(-1)!,
  });
}
