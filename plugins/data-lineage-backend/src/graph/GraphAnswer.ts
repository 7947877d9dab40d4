import {
  ColumnLink,
  LineageColumn,
  LineageEdge,
  LineageGraph,
  LineageNode,
  ORIGINS,
} from '@datalark/backstage-plugin-data-lineage-common';
import { Transformation } from '@datalark/openlineage';
import { Degree } from './Degree';
import { ReadLink } from './EdgeReader';
import { isoTimes } from './isoTimes';
import { NodeFacts } from './NodeReader';
import { ReadEdge } from './ReadEdge';

/** All that an answer is made of. */
export type AnswerParts = {
  roots: readonly number[];
  facts: ReadonlyMap<number, NodeFacts>;
  /** Of the facts, those that the caller may see. */
  visible: ReadonlySet<NodeFacts>;
  edges: readonly (ReadEdge & Pick<LineageEdge, 'change'>)[];
  degrees: ReadonlyMap<number, Degree>;
  /** When columns were asked for. */
  columns?: ReadonlyMap<number, LineageColumn[]>;
  links?: readonly (ReadLink & Pick<ColumnLink, 'change'>)[];
  transformations?: ReadonlyMap<number, Transformation[]>;
  truncated?: LineageGraph['truncated'];
  asOf: string;
  /** Somebody asks for another time than now. */
  isPast?: boolean;
};

/** Puts an answer together; of what may not be seen there is only the shape. */
export function graphAnswer(parts: AnswerParts): LineageGraph {
  const ids = new Map<number, string>();
  let hidden = 0;
  for (const [key, facts] of parts.facts) {
    if (parts.visible.has(facts)) ids.set(key, facts.id);
    else {
      hidden += 1;
      ids.set(key, `hidden:${hidden}`);
    }
  }
  const isVisible = (key: number) => {
    const facts = parts.facts.get(key);
    return facts !== undefined && parts.visible.has(facts);
  };
  const edges = parts.edges.filter(
    ({ from, to }) => ids.has(from) && ids.has(to),
  );
  const neighbours = countNeighbours(edges);
  const iso = isoTimes();
  return {
    roots: parts.roots.filter(isVisible).map(key => ids.get(key)!),
    nodes: [...parts.facts].map(([key, facts]): LineageNode => {
      if (!isVisible(key)) {
        return { id: ids.get(key)!, type: facts.type, hidden: true };
      }
      return shownNode(facts, {
        degree: parts.degrees.get(key),
        shown: neighbours.get(key),
        columns: parts.columns?.get(key),
        isPast: parts.isPast,
        iso,
      });
    }),
    edges: edges.map((edge): LineageEdge => {
      const shown = {
        from: ids.get(edge.from)!,
        to: ids.get(edge.to)!,
        origins: edge.origins.map(index => ORIGINS[index]),
        firstSeenAt: iso(edge.firstSeen),
        lastSeenAt: iso(edge.lastSeen),
      };
      return edge.change ? { ...shown, change: edge.change } : shown;
    }),
    ...(parts.links && {
      columnLinks: columnLinks(
        parts.links.filter(
          ({ from, to }) => isVisible(from.node) && isVisible(to.node),
        ),
        key => (isVisible(key) ? ids.get(key) : undefined),
        parts.transformations ?? new Map(),
        parts.facts,
      ),
    }),
    ...(parts.truncated && { truncated: parts.truncated }),
    asOf: parts.asOf,
  };
}

/** A node that the caller may see. */
export function shownNode(
  facts: NodeFacts,
  more: {
    degree?: Degree;
    shown?: { upstream: number; downstream: number };
    columns?: LineageColumn[];
    /** How a job was doing then, and what was fresh, nobody knows: only how it is now. */
    isPast?: boolean;
    iso?: (at: number) => string;
  } = {},
) {
  const {
    key: _key,
    data: _data,
    lastSeenAt,
    runState,
    droppedAt,
    ...rest
  } = facts;
  const { degree, shown, columns, isPast, iso = isoTimes() } = more;
  const heard = degree?.heard ? iso(degree.heard) : undefined;
  const last =
    heard !== undefined && (lastSeenAt === undefined || heard > lastSeenAt)
      ? heard
      : lastSeenAt;
  return {
    ...rest,
    ...(runState && !isPast && { runState }),
    ...(droppedAt && !isPast && { droppedAt }),
    ...(last && !isPast && { lastSeenAt: last }),
    ...(degree?.written &&
      !isPast &&
      facts.type === 'dataset' && {
        lastWrittenAt: iso(degree.written),
      }),
    ...(columns && { columns }),
    more: {
      upstream: Math.max(0, (degree?.upstream ?? 0) - (shown?.upstream ?? 0)),
      downstream: Math.max(
        0,
        (degree?.downstream ?? 0) - (shown?.downstream ?? 0),
      ),
    },
  };
}

function countNeighbours(edges: readonly ReadEdge[]) {
  const counts = new Map<number, { upstream: number; downstream: number }>();
  const of = (key: number) => {
    const count = counts.get(key) ?? { upstream: 0, downstream: 0 };
    counts.set(key, count);
    return count;
  };
  for (const { from, to } of edges) {
    of(to).upstream += 1;
    of(from).downstream += 1;
  }
  return counts;
}

function columnLinks(
  links: AnswerParts['links'] & object,
  idOf: (key: number) => string | undefined,
  transformations: ReadonlyMap<number, Transformation[]>,
  facts: ReadonlyMap<number, NodeFacts>,
): ColumnLink[] {
  const merged = new Map<string, ColumnLink>();
  for (const link of links) {
    const isJob = facts.get(link.subject)?.type === 'job';
    const job = isJob ? idOf(link.subject) : undefined;
    const from = { node: idOf(link.from.node)!, column: link.from.column };
    const to = {
      node: idOf(link.to.node)!,
      ...(link.to.column !== undefined && { column: link.to.column }),
    };
    const key = JSON.stringify([from, to, job, link.change]);
    const origin = ORIGINS[link.origin];
    const said = transformations.get(link.transformation) ?? [];
    const known = merged.get(key);
    if (!known) {
      merged.set(key, {
        from,
        to,
        ...(job && { job }),
        transformations: [...said],
        origins: [origin],
        ...(link.change && { change: link.change }),
      });
      continue;
    }
    if (!known.origins.includes(origin)) {
      known.origins = ORIGINS.filter(
        one => one === origin || known.origins.includes(one),
      );
    }
    for (const one of said) {
      const text = JSON.stringify(one);
      if (!known.transformations.some(had => JSON.stringify(had) === text)) {
        known.transformations.push(one);
      }
    }
  }
  return [...merged.values()];
}
