import { Knex } from 'knex';
import { ColumnName } from '../database/ColumnStore';
import { isAnyOf } from '../database/manyRows';
import { EdgeReader, ReadLink } from './EdgeReader';
import { LevelWalk } from './LevelWalk';
import { Sight } from './Sight';

/** How far a walk along columns goes. */
export type ColumnPlan = {
  direction: 'upstream' | 'downstream' | 'both';
  /** Steps from dataset to job or job to dataset: two for each column. */
  depth: number;
  maxNodes: number;
};

/** What a walk along columns has found. */
export type WalkedColumns = {
  /** There is no such column. */
  isUnknown: boolean;
  links: ReadLink[];
  /** Datasets and jobs on the way. */
  nodes: Set<number>;
  columns: Map<number, Set<string>>;
  /** Steps by column, `NODE NAME`; and by dataset that is influenced as a whole. */
  distances: Map<string, number>;
  influenced: Map<number, number>;
  isCut: boolean;
};

/** Walks from column to column. */
export class ColumnWalk {
  readonly #levels: LevelWalk;

  constructor(private readonly knex: Knex, private readonly edges: EdgeReader) {
    this.#levels = new LevelWalk(knex, 'column_edges');
  }

  async walk(
    start: readonly ColumnName[],
    plan: ColumnPlan,
    sight: Sight,
  ): Promise<WalkedColumns> {
    const walked: WalkedColumns = {
      isUnknown: false,
      links: [],
      nodes: new Set(),
      columns: new Map(),
      distances: new Map(),
      influenced: new Map(),
      isCut: false,
    };
    const ids = await this.#find(start);
    if (ids.length === 0) return { ...walked, isUnknown: true };
    for (const { node, name } of start) note(walked, node, name, 0);
    const from = { ...plan, from: start.map(({ node }) => node) };
    await Promise.all([
      plan.direction !== 'downstream' &&
        this.#go('upstream', ids, from, sight, walked),
      plan.direction !== 'upstream' &&
        this.#go('downstream', ids, from, sight, walked),
    ]);
    return walked;
  }

  async #go(
    side: 'upstream' | 'downstream',
    start: readonly number[],
    plan: ColumnPlan & { from: readonly number[] },
    sight: Sight,
    walked: WalkedColumns,
  ): Promise<void> {
    const { distances, isCut } = await this.#levels.walk(
      {
        upstream: side === 'upstream' ? start : [],
        downstream: side === 'downstream' ? start : [],
        // From a column to a column it is two steps, with the job between.
        depth: Math.floor(plan.depth / 2),
        maxNodes: plan.maxNodes,
      },
      sight,
    );
    walked.isCut ||= isCut;
    const reached = new Set(plan.from);
    const ids = [...distances.keys()];
    const none: ReadLink[] = [];
    const [links, influenced] = await Promise.all([
      this.edges.linksAt(ids, side, sight),
      side === 'downstream' ? this.edges.influencesOf(ids, sight) : none,
    ]);
    for (const { fromId, toId, ...link } of links) {
      const id = side === 'upstream' ? fromId : toId;
      const steps = distances.get(id);
      if (steps === undefined) continue;
      const end = side === 'upstream' ? link.from : link.to;
      walked.links.push(link);
      walked.nodes.add(link.subject);
      note(walked, end.node, end.column!, steps * 2);
      reached.add(end.node);
    }
    if (side === 'upstream') {
      influenced.push(...(await this.edges.influencesOn([...reached], sight)));
    }
    for (const link of influenced) {
      const { from, to } = link;
      walked.links.push(link);
      walked.nodes.add(link.subject).add(to.node).add(from.node);
      // Shown, but the walk does not go on from it.
      columnsOf(walked, from.node).add(from.column);
      if (side === 'downstream') {
        const steps = walked.distances.get(`${from.node} ${from.column}`) ?? 0;
        const known = walked.influenced.get(to.node) ?? Infinity;
        walked.influenced.set(to.node, Math.min(known, steps + 2));
      }
    }
  }

  async #find(columns: readonly ColumnName[]): Promise<number[]> {
    const nodes = [...new Set(columns.map(({ node }) => node))];
    const names = new Set(columns.map(({ node, name }) => `${node} ${name}`));
    const rows = await this.knex('columns as c')
      .join('nodes as n', 'n.id', 'c.node_id')
      .where(isAnyOf(this.knex, 'n.canonical_id', nodes))
      .andWhere(
        isAnyOf(
          this.knex,
          'c.name',
          columns.map(({ name }) => name),
        ),
      )
      .select('c.id', 'c.name', 'n.canonical_id');
    return rows
      .filter(row => names.has(`${row.canonical_id} ${row.name}`))
      .map(row => row.id);
  }
}

function columnsOf(walked: WalkedColumns, node: number): Set<string> {
  const columns = walked.columns.get(node) ?? new Set();
  walked.columns.set(node, columns);
  return columns;
}

function note(
  walked: WalkedColumns,
  node: number,
  name: string,
  step: number,
): void {
  walked.nodes.add(node);
  columnsOf(walked, node).add(name);
  const key = `${node} ${name}`;
  if (!walked.distances.has(key)) walked.distances.set(key, step);
}
