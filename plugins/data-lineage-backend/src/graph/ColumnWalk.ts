import { Knex } from 'knex';
import { ColumnName } from '../database/ColumnStore';
import { isAnyOf } from '../database/manyRows';
import { EdgeReader, ReadLink } from './EdgeReader';
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

/** Walks from column to column, one query for each step. */
export class ColumnWalk {
  constructor(
    private readonly knex: Knex,
    private readonly edges: EdgeReader,
  ) {}

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
    if (plan.direction !== 'downstream') {
      await this.#go('upstream', ids, plan, sight, walked);
    }
    if (plan.direction !== 'upstream') {
      await this.#go('downstream', ids, plan, sight, walked);
    }
    return walked;
  }

  async #go(
    side: 'upstream' | 'downstream',
    start: readonly number[],
    plan: ColumnPlan,
    sight: Sight,
    walked: WalkedColumns,
  ): Promise<void> {
    const known = new Set(start);
    let frontier: number[] = [...start];
    for (let step = 2; frontier.length > 0 && step <= plan.depth; step += 2) {
      const [found, influences] = await Promise.all([
        this.edges.linksAt(frontier, side, sight),
        side === 'downstream'
          ? this.edges.influencesOf(frontier, sight)
          : this.#influencesAbove(walked, step - 2, sight),
      ]);
      const next = new Set<number>();
      for (const { fromId, toId, ...link } of found) {
        const [id, end] =
          side === 'upstream' ? [fromId, link.from] : [toId, link.to];
        if (!known.has(id)) {
          if (walked.nodes.size >= plan.maxNodes) {
            walked.isCut = true;
            return;
          }
          known.add(id);
          next.add(id);
        }
        walked.links.push(link);
        walked.nodes.add(link.subject);
        note(walked, end.node, end.column!, step);
      }
      for (const link of influences) {
        walked.links.push(link);
        walked.nodes.add(link.subject).add(link.to.node).add(link.from.node);
        // Shown, but the walk does not go on from it.
        columnsOf(walked, link.from.node).add(link.from.column);
        if (!walked.influenced.has(link.to.node)) {
          walked.influenced.set(link.to.node, step);
        }
      }
      frontier = [...next];
    }
  }

  /** What decides about the datasets whose columns were come to last. */
  async #influencesAbove(
    walked: WalkedColumns,
    step: number,
    sight: Sight,
  ): Promise<ReadLink[]> {
    const nodes = new Set<number>();
    for (const [key, distance] of walked.distances) {
      if (distance === step) nodes.add(Number(key.slice(0, key.indexOf(' '))));
    }
    const found = await this.edges.influencesOn([...nodes], sight);
    return found.filter(({ to }) => !walked.influenced.has(to.node));
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
