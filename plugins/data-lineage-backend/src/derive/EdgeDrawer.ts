import { Knex } from 'knex';
import {
  drawnKey,
  Drawn,
  EDGE_TABLES,
  EdgeRow,
  EdgeTable,
  NewEdge,
} from '../database/EdgeStore';
import { StoredRun } from '../database/RunStore';
import { Scope } from '../database/ScopeStore';
import { isAnyOf } from '../database/manyRows';
import { dropTimes, neverDropped, UntilDropped } from './dropTimes';
import { before, Interval, since, union } from './Interval';
import { OBSERVED } from './originIndex';
import type { GraphStores } from './GraphWriter';
import { Statement } from './Statement';
import { Held, timeline } from './timeline';

/** A scope of which something was heard. */
export type ScopeToDraw = {
  scope: Scope;
  isJob: boolean;
  /** Runs that events have changed, as they are now. */
  runs: Map<string, StoredRun>;
  /** Nothing of it is stored yet. */
  isNew: boolean;
  /** Everything is to be drawn anew, not only what the runs have changed. */
  isWhole: boolean;
};

/** A scope with the runs that decide, from a time on. */
type Window = ScopeToDraw & { cut: number; all: StoredRun[] };

/** Draws the edges that follow from what runs have said. */
export class EdgeDrawer {
  constructor(private readonly stores: GraphStores) {}

  async draw(entries: readonly ScopeToDraw[], knex: Knex): Promise<void> {
    const due = entries.filter(entry => !changesNothing(entry));
    if (due.length === 0) return;
    const windows: Window[] = [];
    for (const entry of due) windows.push(await this.#window(entry, knex));
    const statements = await this.stores.statements.get(
      windows.flatMap(({ all }) =>
        all.flatMap(run => run.statements.map(([, id]) => id)),
      ),
      knex,
    );
    const { leadsTo, untilDropped } = await this.#leads(
      windows,
      statements,
      knex,
    );
    const held = windows.map(window => ({
      window,
      elements: timeline(
        { id: window.scope.node, isJob: window.isJob },
        window.all.map(run => ({
          ...run,
          said: run.statements.map(([at, id]) => ({
            at,
            statement: statements.get(id)!,
          })),
        })),
        leadsTo,
        // What is written down of a dataset says the same when it is gone.
        window.scope.origin === OBSERVED ? untilDropped : neverDropped,
      ),
    }));
    await this.#write(held, knex);
    for (const { scope, all, cut } of windows) {
      // After a drop the same words say something new.
      scope.uniform =
        untilDropped === neverDropped ? uniformOf(all, cut) : undefined;
    }
  }

  /** What happened before the cut stays as it is. */
  async #window(entry: ScopeToDraw, knex: Knex): Promise<Window> {
    const { scope, runs, isNew, isWhole } = entry;
    const changed = [...runs.values()];
    const pruned = scope.prunedBefore ?? -Infinity;
    if (isNew) return { ...entry, cut: pruned, all: changed };
    const overlay = (stored: StoredRun[]) => [
      ...stored.filter(({ key }) => !runs.has(key)),
      ...changed,
    ];
    if (isWhole) {
      const stored = await this.stores.runs.ofScope(scope.id, knex);
      return { ...entry, cut: pruned, all: overlay(stored) };
    }
    const began = Math.min(...changed.map(({ startedAt }) => startedAt));
    const found = await this.stores.runs.since(scope, began, knex);
    return {
      ...entry,
      cut: Math.max(pruned, found.base?.settledAt ?? -Infinity),
      all: overlay(found.runs),
    };
  }

  async #leads(
    windows: readonly Window[],
    statements: ReadonlyMap<number, Statement>,
    knex: Knex,
  ): Promise<{
    leadsTo: (node: number) => number;
    untilDropped: UntilDropped;
  }> {
    const ids = new Set(windows.map(({ scope }) => scope.node));
    for (const { inputs, outputs, columns } of statements.values()) {
      for (const node of [...(inputs ?? []), ...(outputs ?? [])]) ids.add(node);
      for (const { dataset, edges, influences } of columns ?? []) {
        ids.add(dataset);
        for (const [node] of edges) ids.add(node);
        for (const [node] of influences) ids.add(node);
      }
    }
    const rows = await knex('nodes')
      .where(isAnyOf(knex, 'id', [...ids]))
      .whereRaw('canonical_id <> id')
      .select('id', 'canonical_id');
    const leads = new Map<number, number>(
      rows.map(row => [row.id, row.canonical_id]),
    );
    const leadsTo = (node: number) => leads.get(node) ?? node;
    return {
      leadsTo,
      untilDropped: await dropTimes([...ids], leadsTo, knex),
    };
  }

  async #write(
    held: readonly { window: Window; elements: Map<string, Held> }[],
    knex: Knex,
  ): Promise<void> {
    const columnIdOf = await this.stores.columns.ensure(
      held.flatMap(({ elements }) =>
        [...elements.values()].flatMap(({ element }) => {
          if (element.kind === 'edge') return [];
          const from = { node: element.from, name: element.fromColumn };
          return element.kind === 'influence'
            ? [from]
            : [from, { node: element.to, name: element.toColumn }];
        }),
      ),
      knex,
    );
    const drawn = ({ element }: Held): [EdgeTable, Drawn] => {
      const { from, to } = element;
      if (element.kind === 'edge') {
        return ['edges', { from, to, isLookup: element.isLookup }];
      }
      const { transformation } = element;
      const column = columnIdOf({ node: from, name: element.fromColumn });
      return element.kind === 'influence'
        ? ['influences', { from: column, to, transformation }]
        : [
            'column_edges',
            {
              from: column,
              to: columnIdOf({ node: to, name: element.toColumn }),
              transformation,
            },
          ];
    };
    const old = held.filter(({ window }) => !window.isNew);
    const now = Date.now();
    for (const table of EDGE_TABLES) {
      const rows = await this.stores.edges.ofScopes(
        table,
        old.map(({ window }) => window.scope.id),
        knex,
      );
      const byScope = new Map<number, EdgeRow[]>();
      for (const row of rows) {
        const list = byScope.get(row.scopeId);
        if (list) list.push(row);
        else byScope.set(row.scopeId, [row]);
      }
      const superseded: number[] = [];
      const added: NewEdge[] = [];
      for (const { window, elements } of held) {
        const wanted = new Map<
          string,
          { drawn: Drawn; intervals: Interval[] }
        >();
        for (const one of elements.values()) {
          const [of, what] = drawn(one);
          if (of !== table || (of === 'edges' && what.from === what.to)) {
            continue;
          }
          wanted.set(drawnKey(what), { drawn: what, intervals: one.intervals });
        }
        const change = difference(
          byScope.get(window.scope.id) ?? [],
          wanted,
          window.cut,
        );
        superseded.push(...change.superseded);
        for (const edge of change.added) {
          added.push({
            ...edge,
            scopeId: window.scope.id,
            origin: window.scope.origin,
          });
        }
      }
      await this.stores.edges.write(table, { superseded, added }, now, knex);
    }
  }
}

/** What runs say is what has held all the time: nothing can change by them. */
function changesNothing({ scope, runs, isWhole }: ScopeToDraw): boolean {
  const { uniform } = scope;
  if (isWhole || !uniform) return false;
  return [...runs.values()].every(
    run =>
      run.startedAt >= uniform.since &&
      run.statements.every(([, id]) => id === uniform.statement),
  );
}

function uniformOf(all: readonly StoredRun[], cut: number): Scope['uniform'] {
  const said = all.flatMap(run => run.statements);
  const [first] = said;
  if (!first || said.some(([, id]) => id !== first[1])) return undefined;
  const began = Math.min(...said.map(([at]) => at));
  return { statement: first[1], since: Math.max(cut, began) };
}

/** What has to change so that the rows tell what is wanted since the cut. */
function difference(
  rows: readonly EdgeRow[],
  wanted: ReadonlyMap<string, { drawn: Drawn; intervals: Interval[] }>,
  cut: number,
): {
  superseded: number[];
  added: (Drawn & { interval: Interval })[];
} {
  const stored = new Map<string, EdgeRow[]>();
  for (const row of rows) {
    if (row.interval.to < cut) continue;
    const key = drawnKey(row);
    stored.set(key, [...(stored.get(key) ?? []), row]);
  }
  const superseded: number[] = [];
  const added: (Drawn & { interval: Interval })[] = [];
  for (const key of new Set([...stored.keys(), ...wanted.keys()])) {
    const present = stored.get(key) ?? [];
    const want = wanted.get(key);
    const intervals = union([
      ...before(
        present.map(row => row.interval),
        cut,
      ),
      ...since(want?.intervals ?? [], cut),
    ]);
    const kept = new Set<number>();
    for (const interval of intervals) {
      const same = present.find(
        row =>
          row.interval.from === interval.from &&
          row.interval.to === interval.to,
      );
      if (same) kept.add(same.id);
      else {
        const { from, to, transformation, isLookup } =
          want?.drawn ?? present[0];
        added.push({ from, to, transformation, isLookup, interval });
      }
    }
    for (const row of present) if (!kept.has(row.id)) superseded.push(row.id);
  }
  return { superseded, added };
}
