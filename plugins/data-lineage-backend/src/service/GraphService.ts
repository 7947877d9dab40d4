import {
  ColumnQuery,
  DiffQuery,
  GraphQuery,
  LineageGraph,
  NodeId,
  Origin,
  ORIGINS,
} from '@datalark/backstage-plugin-data-lineage-common';
import { InputError } from '@backstage/errors';
import { Stores } from '../database/Stores';
import { ColumnReader } from '../graph/ColumnReader';
import { ColumnWalk } from '../graph/ColumnWalk';
import { EdgeReader, ReadLink } from '../graph/EdgeReader';
import { AnswerParts, graphAnswer } from '../graph/GraphAnswer';
import { GraphSettings } from '../graph/GraphSettings';
import { GraphWalk } from '../graph/GraphWalk';
import { NodeReader } from '../graph/NodeReader';
import { ReadEdge } from '../graph/ReadEdge';
import { Sight } from '../graph/Sight';
import { changesBetween } from '../graph/changesBetween';
import { Authorizer } from './Authorizer';
import { Caller } from './Caller';
import { NodeFinder, notFound } from './NodeFinder';

/** What the services that read the graph share. */
export type GraphDeps = {
  stores: Stores;
  authorizer: Authorizer;
  settings: GraphSettings;
  walk: GraphWalk;
  columnWalk: ColumnWalk;
  edges: EdgeReader;
  nodes: NodeReader;
  columns: ColumnReader;
  finder: NodeFinder;
};

/** What `depth` is when nobody says. */
const NEAR = 2;

/** Part of the graph as it is seen at one time. */
type Part = {
  ids: number[];
  /** Absent: those among the nodes, to be read yet. */
  edges?: ReadEdge[];
  links?: ReadLink[];
  isCut: boolean;
};

/** Answers questions for parts of the graph. */
export class GraphService {
  constructor(private readonly deps: GraphDeps) {}

  async graph(caller: Caller, query: GraphQuery): Promise<LineageGraph> {
    const roots = await this.#roots(query.nodes);
    const sight = sightOf(query);
    const part = await this.#part(roots, query, sight);
    return this.#answer(caller, query.nodes, {
      roots,
      part,
      sight,
      withColumns: query.level === 'column',
      depth: query.depth,
      limit: query.limit,
    });
  }

  async diff(caller: Caller, query: DiffQuery): Promise<LineageGraph> {
    const roots = await this.#roots(query.nodes);
    const sights = [query.from, query.to].map(asOf =>
      sightOf({ ...query, asOf }),
    );
    const [older, newer] = await Promise.all(
      sights.map(async sight => {
        const part = await this.#part(roots, query, sight);
        const found = await this.deps.edges.among(part.ids, sight);
        return { ...part, edges: found };
      }),
    );
    return this.#answer(caller, query.nodes, {
      roots,
      part: {
        ids: [...new Set([...older.ids, ...newer.ids])],
        edges: changesBetween(
          older.edges,
          newer.edges,
          ({ from, to }) => `${from}>${to}`,
        ),
        links:
          newer.links &&
          changesBetween(older.links ?? [], newer.links, link =>
            JSON.stringify([
              link.from,
              link.to,
              link.subject,
              link.transformation,
            ]),
          ),
        isCut: older.isCut || newer.isCut,
      },
      sight: sights[1],
      withColumns: query.level === 'column',
      depth: query.depth,
      limit: query.limit,
    });
  }

  async path(
    caller: Caller,
    query: { from: NodeId; to: NodeId; asOf?: string },
  ): Promise<LineageGraph> {
    const { finder, settings, walk } = this.deps;
    const sight = sightOf(query);
    const from = await finder.one(query.from);
    const to = await finder.one(query.to);
    await this.#mustSee(caller, [
      [query.from, from],
      [query.to, to],
    ]);
    const ids = await walk.paths(
      from,
      to,
      { depth: settings.maxDepth, maxNodes: settings.maxNodes },
      sight,
    );
    const part = { ids, isCut: false };
    return this.#answer(caller, [query.from, query.to], {
      roots: ids.length > 0 ? [from, to] : [],
      part,
      sight,
      withColumns: false,
    });
  }

  async column(caller: Caller, query: ColumnQuery): Promise<LineageGraph> {
    const { finder, settings, columnWalk } = this.deps;
    const sight = sightOf(query);
    const root = await finder.one(query.node);
    const walking = columnWalk.walk(
      [{ node: root, name: query.column }],
      {
        direction: query.direction ?? 'both',
        depth: Math.min(query.depth ?? settings.maxDepth, settings.maxDepth),
        maxNodes: Math.min(query.limit ?? Infinity, settings.maxNodes),
      },
      sight,
    );
    const [walked] = await Promise.all([
      walking,
      // Who may not see it is not told, by the time it takes either, how much there is.
      this.#mustSee(caller, [[query.node, root]]),
    ]);
    if (walked.isUnknown) {
      throw notFound([`column ${query.column} of ${query.node}`]);
    }
    const ids = [...new Set([root, ...walked.nodes])];
    return this.#answer(caller, [query.node], {
      roots: [root],
      part: { ids, links: walked.links, isCut: walked.isCut },
      sight,
      withColumns: true,
      onlyColumns: walked.columns,
      limit: query.limit,
    });
  }

  async #roots(ids: readonly NodeId[]): Promise<number[]> {
    if (ids.length === 0) {
      throw new InputError(
        'nodes: name at least one, such as dataset:NAMESPACE:NAME.',
      );
    }
    const roots = await this.deps.finder.find(ids);
    if (roots.length === 0) throw notFound(ids);
    return roots;
  }

  async #part(
    roots: readonly number[],
    query: Omit<GraphQuery, 'nodes' | 'asOf'>,
    sight: Sight,
  ): Promise<Part> {
    const { walk, edges, settings } = this.deps;
    const { direction = 'both', depth = NEAR, limit = Infinity } = query;
    const { distances, isCut } = await walk.walk(
      {
        upstream: direction === 'downstream' ? [] : roots,
        downstream: direction === 'upstream' ? [] : roots,
        depth: Math.min(depth, settings.maxDepth),
        maxNodes: Math.min(limit, settings.maxNodes),
      },
      sight,
    );
    const ids = [...distances.keys()];
    const links =
      query.level === 'column'
        ? await edges.linksAmong(ids, sight, settings.maxLinks)
        : undefined;
    return { ids, links, isCut };
  }

  async #answer(
    caller: Caller,
    asked: readonly NodeId[],
    made: {
      roots: readonly number[];
      part: Part;
      sight: Sight;
      withColumns: boolean;
      /** Columns that are of interest; absent: all. */
      onlyColumns?: ReadonlyMap<number, ReadonlySet<string>>;
      depth?: number;
      limit?: number;
    },
  ): Promise<LineageGraph> {
    const { settings, nodes, edges, columns, authorizer, stores } = this.deps;
    const { part, sight, roots } = made;
    const [around, facts, told, transformations, visibility] =
      await Promise.all([
        edges.around(part.ids, sight),
        nodes.read(part.ids),
        made.withColumns
          ? columns.read(part.ids, sight.asOf, namesIn(made.onlyColumns))
          : undefined,
        part.links &&
          stores.transformations.get(
            part.links.map(({ transformation }) => transformation),
          ),
        authorizer.visibility(caller),
      ]);
    const visible = await visibility.visible([...facts.values()]);
    const seesRoot = roots.some(id => visible.has(facts.get(id)!));
    if (roots.length > 0 && !seesRoot) throw notFound(asked);
    return graphAnswer({
      roots,
      facts: new Map(
        part.ids.flatMap(id => {
          const found = facts.get(id);
          return found ? [[id, found] as const] : [];
        }),
      ),
      visible,
      edges: part.edges ?? around.edges,
      degrees: around.degrees,
      columns: only(told, made.onlyColumns),
      links: part.links,
      transformations,
      truncated: this.#truncated(made, settings),
      asOf: new Date(sight.asOf ?? Date.now()).toISOString(),
      isPast: sight.asOf !== undefined,
    });
  }

  #truncated(
    made: { part: Part; depth?: number; limit?: number },
    settings: GraphSettings,
  ): AnswerParts['truncated'] {
    if (made.part.isCut) {
      return {
        reason: 'nodes',
        limit: Math.min(made.limit ?? Infinity, settings.maxNodes),
      };
    }
    return made.depth !== undefined && made.depth > settings.maxDepth
      ? { reason: 'depth', limit: settings.maxDepth }
      : undefined;
  }

  /** The same answer for what is not there and what may not be seen. */
  async #mustSee(
    caller: Caller,
    ends: readonly (readonly [NodeId, number])[],
  ): Promise<void> {
    const { nodes, authorizer } = this.deps;
    const facts = await nodes.read(ends.map(([, id]) => id));
    const visibility = await authorizer.visibility(caller);
    const visible = await visibility.visible([...facts.values()]);
    for (const [asked, id] of ends) {
      const found = facts.get(id);
      if (!found || !visible.has(found)) throw notFound([asked]);
    }
  }
}

/** Which edges a query is about. */
export function sightOf(query: {
  asOf?: string;
  origins?: readonly Origin[];
}): Sight {
  const asOf = query.asOf === undefined ? undefined : Date.parse(query.asOf);
  if (asOf !== undefined && Number.isNaN(asOf)) {
    throw new InputError(
      `${query.asOf} is no time; give ISO 8601 with an offset, such as 2026-11-21T08:00:00Z.`,
    );
  }
  return {
    asOf,
    ...(query.origins?.length && {
      origins: query.origins.map(origin => ORIGINS.indexOf(origin)),
    }),
  };
}

function namesIn(
  columns: ReadonlyMap<number, ReadonlySet<string>> | undefined,
): string[] | undefined {
  return columns && [...new Set([...columns.values()].flatMap(of => [...of]))];
}

function only(
  columns: AnswerParts['columns'],
  wanted: ReadonlyMap<number, ReadonlySet<string>> | undefined,
): AnswerParts['columns'] {
  if (!columns || !wanted) return columns;
  return new Map(
    [...wanted].map(([node, names]) => {
      const known = (columns.get(node) ?? []).filter(({ name }) =>
        names.has(name),
      );
      const told = new Set(known.map(({ name }) => name));
      return [
        node,
        [
          ...known,
          ...[...names].filter(n => !told.has(n)).map(name => ({ name })),
        ],
      ];
    }),
  );
}
