import { Knex } from 'knex';
import { insertRows, isAnyOf, onConflictUpdate } from './manyRows';

/** What a scope has said at a time of the other names of a dataset: all of them. */
export type ToldSymlinks = {
  scope: number;
  node: number;
  at: number;
  /** Types by node. */
  symlinks: Map<number, string | undefined>;
};

type Link = { scope: number; node: number; symlink: number };

const keyOf = ({ scope, node }: { scope: number; node: number }) =>
  `${scope} ${node}`;
const pairOf = ({ node, symlink }: Omit<Link, 'scope'>) => `${node} ${symlink}`;

/**
 * Other names of datasets, as events say. What a scope has said last of a dataset
 * replaces what it has said before, and leaves alone what others say.
 */
export class SymlinkStore {
  /**
   * Notes what is told; the same in whatever order it comes. Gives the nodes of
   * links that have come to be or are gone.
   */
  async tell(told: readonly ToldSymlinks[], knex: Knex): Promise<number[]> {
    const newest = newestOf(told);
    if (newest.size === 0) return [];
    const stored = await this.#load([...newest.values()], knex);
    const added: (Link & { type?: string })[] = [];
    const gone: Link[] = [];
    const facets: ToldSymlinks[] = [];
    for (const [key, facet] of newest) {
      const { scope, node, at, symlinks } = facet;
      const before = stored.get(key);
      if (before && before.at > at) continue;
      facets.push(facet);
      for (const [symlink, type] of symlinks) {
        if (symlink !== node && !before?.symlinks.has(symlink)) {
          added.push({ scope, node, symlink, type });
        }
      }
      // Two things that are said at the same time are both said.
      if (!before || before.at === at) continue;
      for (const symlink of before.symlinks) {
        if (!symlinks.has(symlink)) gone.push({ scope, node, symlink });
      }
    }
    const held = await this.#pairs([...added, ...gone], knex);
    await this.#write(facets, added, gone, knex);
    const left = await this.#pairs(gone, knex);
    return [
      ...added.filter(link => !held.has(pairOf(link))),
      ...gone.filter(link => !left.has(pairOf(link))),
    ].flatMap(({ node, symlink }) => [node, symlink]);
  }

  async #load(
    facets: readonly ToldSymlinks[],
    knex: Knex,
  ): Promise<Map<string, { at: number; symlinks: Set<number> }>> {
    const of = (table: string) =>
      knex(table)
        .where(
          isAnyOf(knex, 'scope_id', [...new Set(facets.map(f => f.scope))]),
        )
        .where(isAnyOf(knex, 'node_id', [...new Set(facets.map(f => f.node))]));
    const stored = new Map(
      (await of('symlink_facets')).map(row => [
        `${row.scope_id} ${row.node_id}`,
        { at: Number(row.told_at), symlinks: new Set<number>() },
      ]),
    );
    for (const row of await of('symlinks')) {
      stored
        .get(`${row.scope_id} ${row.node_id}`)
        ?.symlinks.add(row.symlink_id);
    }
    return stored;
  }

  /** Which of these pairs anybody claims. */
  async #pairs(links: readonly Link[], knex: Knex): Promise<Set<string>> {
    if (links.length === 0) return new Set();
    const rows = await knex('symlinks')
      .where(isAnyOf(knex, 'node_id', [...new Set(links.map(l => l.node))]))
      .distinct('node_id', 'symlink_id');
    return new Set(
      rows.map(row => pairOf({ node: row.node_id, symlink: row.symlink_id })),
    );
  }

  async #write(
    facets: readonly ToldSymlinks[],
    added: readonly (Link & { type?: string })[],
    gone: readonly Link[],
    knex: Knex,
  ): Promise<void> {
    await insertRows(
      knex,
      'symlink_facets',
      { scope_id: 'integer', node_id: 'integer', told_at: 'bigint' },
      facets.map(({ scope, node, at }) => ({
        scope_id: scope,
        node_id: node,
        told_at: at,
      })),
      onConflictUpdate(['scope_id', 'node_id'], ['told_at']),
    );
    for (const { scope, node, symlink } of gone) {
      await knex('symlinks')
        .where({ scope_id: scope, node_id: node, symlink_id: symlink })
        .delete();
    }
    await insertRows(
      knex,
      'symlinks',
      {
        scope_id: 'integer',
        node_id: 'integer',
        symlink_id: 'integer',
        type: 'text',
      },
      added.map(({ scope, node, symlink, type }) => ({
        scope_id: scope,
        node_id: node,
        symlink_id: symlink,
        type,
      })),
    );
  }
}

/** What each scope has said last of each dataset. */
function newestOf(told: readonly ToldSymlinks[]): Map<string, ToldSymlinks> {
  const newest = new Map<string, ToldSymlinks>();
  for (const one of told) {
    const known = newest.get(keyOf(one));
    if (!known || one.at > known.at) newest.set(keyOf(one), one);
    else if (one.at === known.at) {
      const symlinks = new Map([...known.symlinks, ...one.symlinks]);
      newest.set(keyOf(one), { ...one, symlinks });
    }
  }
  return newest;
}
