import { Transformation } from '@datalark/openlineage';
import { Knex } from 'knex';
import { ColumnStore } from '../database/ColumnStore';
import { ContentStore } from '../database/ContentStore';
import { EdgeStore } from '../database/EdgeStore';
import { hashOf } from '../database/hashOf';
import { LifecycleStore } from '../database/LifecycleStore';
import { NameStore } from '../database/NameStore';
import { NodeStore } from '../database/NodeStore';
import { RunStore, StoredRun } from '../database/RunStore';
import { SchemaStore } from '../database/SchemaStore';
import { Scope, scopeKey, ScopeName, ScopeStore } from '../database/ScopeStore';
import { SymlinkStore } from '../database/SymlinkStore';
import { EventFacts } from '../ingest/EventFacts';
import { EdgeDrawer, ScopeToDraw } from './EdgeDrawer';
import { mergeRun } from './mergeRun';
import { scopeSource } from './scopeSource';
import { Statement } from './Statement';
import { claimsIn, lifecyclesIn, namesIn, statementsOf } from './stateFacts';
import { replacesAllSince } from './timeline';

/** An event that the graph is to have. */
export type EventToWrite = {
  id: string;
  facts: EventFacts;
  /** Index in `ORIGINS`. */
  origin: number;
  source: string;
};

/** Stores that the graph is written to. */
export type GraphStores = {
  nodes: NodeStore;
  names: NameStore;
  symlinks: SymlinkStore;
  lifecycles: LifecycleStore;
  columns: ColumnStore;
  schemas: SchemaStore;
  scopes: ScopeStore;
  runs: RunStore;
  edges: EdgeStore;
  statements: ContentStore<Statement>;
  transformations: ContentStore<Transformation[]>;
};

/** What tells runs apart: see `scopeSource`. */
export const runKeyOf = (event: {
  facts: Pick<EventFacts, 'subject' | 'run'>;
  id: string;
  origin: number;
  source: string;
}): string => {
  const { subject, run } = event.facts;
  return hashOf(
    JSON.stringify([
      event.origin,
      scopeSource(event.source, run !== undefined),
      subject.type,
      subject.namespace,
      subject.name,
      run ? run.id : '',
      run ? '' : event.id,
    ]),
  );
};

/**
 * Brings events into the graph. What comes out does not depend on the order of
 * the events, nor on how often each comes.
 */
export class GraphWriter {
  readonly #drawer: EdgeDrawer;

  constructor(private readonly stores: GraphStores) {
    this.#drawer = new EdgeDrawer(stores);
  }

  /** In one transaction, and by one writer at a time. */
  async write(events: readonly EventToWrite[], knex: Knex): Promise<void> {
    const { nodes, names, symlinks, lifecycles, scopes, runs, statements } =
      this.stores;
    const facts = events.map(event => event.facts);
    const idOf = await nodes.ensure(facts.flatMap(namesIn), knex);
    await this.#tellSchemas(facts, idOf, knex);

    const said = await statementsOf(
      facts,
      idOf,
      this.stores.transformations,
      knex,
    );
    const told = said.filter(one => one !== undefined);
    const ids = await statements.ensure(told, knex);
    const idOfStatement = new Map(told.map((one, index) => [one, ids[index]]));

    const scopeNames = events.map(
      ({ facts: { subject, run }, origin, source }): ScopeName => ({
        node: idOf(subject),
        origin,
        source: scopeSource(source, run !== undefined),
      }),
    );
    const known = await scopes.ensure(
      new Map(scopeNames.map(name => [scopeKey(name), name])),
      knex,
    );
    const claims = facts.flatMap((one, index) =>
      claimsIn(one, known.get(scopeKey(scopeNames[index]))!.id, idOf),
    );
    const changed = await lifecycles.tell(
      facts.flatMap(one => lifecyclesIn(one, idOf)),
      knex,
    );
    const moved = [
      ...(await names.relead(
        [...(await symlinks.tell(claims, knex)), ...changed],
        knex,
      )),
      ...(await names.leadsOf(changed, knex)),
    ];
    const keys = events.map(runKeyOf);
    const stored = await runs.get([...new Set(keys)], knex);
    const affected = new Map<number, ScopeToDraw>();
    // The newest run began earlier than it had seemed: it may not be that.
    const unsure = new Set<number>();
    events.forEach((event, index) => {
      const scope = known.get(scopeKey(scopeNames[index]))!;
      const statement = said[index];
      const run = mergeRun(stored.get(keys[index]), {
        key: keys[index],
        scopeId: scope.id,
        facts: event.facts,
        statement: statement && idOfStatement.get(statement),
      });
      const isEarlier =
        run.startedAt < (stored.get(run.key)?.startedAt ?? run.startedAt);
      if (isEarlier && scope.run?.key === run.key) unsure.add(scope.id);
      stored.set(run.key, run);
      noteEvent(scope, event.facts, run, statement);
      const entry = affected.get(scope.id) ?? {
        scope,
        isJob: event.facts.subject.type === 'job',
        runs: new Map(),
        isNew: scope.isNew,
        isWhole: false,
      };
      entry.runs.set(run.key, run);
      affected.set(scope.id, entry);
    });
    await this.#settle([...affected.values()], knex);

    await this.#addMoved(affected, moved, knex);
    await this.#drawer.draw([...affected.values()], knex);
    await runs.save(
      [...affected.values()].flatMap(entry => [...entry.runs.values()]),
      knex,
    );
    for (const { scope } of affected.values()) {
      if (unsure.has(scope.id)) scope.run = await runs.newest(scope.id, knex);
    }
    await scopes.save(
      [...affected.values()].map(({ scope }) => scope),
      knex,
    );
  }

  /** Draws anew whatever was drawn at these nodes. */
  async redraw(moved: readonly number[], knex: Knex): Promise<void> {
    const affected = new Map<number, ScopeToDraw>();
    await this.#addMoved(affected, moved, knex);
    await this.#drawer.draw([...affected.values()], knex);
    await this.stores.scopes.save(
      [...affected.values()].map(({ scope }) => scope),
      knex,
    );
  }

  /** To be called when the transaction of a `write` was rolled back. */
  forget(): void {
    const { nodes, columns, statements, transformations } = this.stores;
    for (const store of [nodes, columns, statements, transformations]) {
      store.forget();
    }
  }

  async #tellSchemas(
    facts: readonly EventFacts[],
    idOf: (name: EventFacts['subject']) => number,
    knex: Knex,
  ): Promise<void> {
    const told = facts.flatMap(({ datasets, eventTime }) =>
      datasets.flatMap(({ name, columns }) =>
        columns
          ? [
              {
                node: idOf({ type: 'dataset', ...name }),
                columns,
                at: eventTime,
              },
            ]
          : [],
      ),
    );
    await this.stores.schemas.tell(told, knex);
    await this.stores.columns.ensure(
      told.flatMap(({ node, columns }) =>
        columns.map(({ name }) => ({ node, name })),
      ),
      knex,
    );
  }

  /** Runs with when they have replaced older ones. */
  async #settle(entries: readonly ScopeToDraw[], knex: Knex): Promise<void> {
    const runs = entries.flatMap(entry => [...entry.runs.values()]);
    const statements = await this.stores.statements.get(
      runs.flatMap(run => run.statements.map(([, id]) => id)),
      knex,
    );
    for (const { scope, isJob, runs: own } of entries) {
      for (const run of own.values()) {
        const replaces = replacesAllSince(
          {
            ...run,
            said: run.statements.map(([at, id]) => ({
              at,
              statement: statements.get(id)!,
            })),
          },
          { id: scope.node, isJob },
        );
        run.settledAt = replaces?.at;
        run.settlesColumns = replaces?.columns ?? false;
      }
    }
  }

  /** Scopes at nodes that names do not lead to any more are drawn as a whole. */
  async #addMoved(
    affected: Map<number, ScopeToDraw>,
    moved: readonly number[],
    knex: Knex,
  ): Promise<void> {
    const ids = await this.stores.edges.scopesAt(moved, knex);
    const others = ids.filter(id => !affected.has(id));
    for (const id of ids) {
      const entry = affected.get(id);
      if (entry) entry.isWhole = true;
    }
    const found = await this.stores.scopes.get(others, knex);
    const subjects = await this.stores.nodes.get(
      found.map(({ node }) => node),
      knex,
    );
    const jobs = new Set(
      subjects.filter(({ type }) => type === 'job').map(({ id }) => id),
    );
    for (const scope of found) {
      affected.set(scope.id, {
        scope,
        isJob: jobs.has(scope.node),
        runs: new Map(),
        isNew: false,
        isWhole: true,
      });
    }
  }
}

function noteEvent(
  scope: Scope,
  facts: EventFacts,
  run: StoredRun,
  statement: Statement | undefined,
): void {
  const at = facts.eventTime;
  scope.lastSeenAt = Math.max(scope.lastSeenAt, at);
  if (statement?.columns) scope.hasColumns = true;
  const isNewest =
    !scope.run ||
    scope.run.key === run.key ||
    run.startedAt > scope.run.startedAt ||
    (run.startedAt === scope.run.startedAt && run.key > scope.run.key);
  if (run.state && isNewest) {
    scope.run = { key: run.key, startedAt: run.startedAt, state: run.state };
  }
  if (!facts.processing && !facts.integration) return;
  const told = [facts.processing ?? '', facts.integration ?? ''].join(' ');
  const known = [scope.processing ?? '', scope.integration ?? ''].join(' ');
  const since = scope.facetsAt ?? -Infinity;
  if (at > since || (at === since && told > known)) {
    scope.processing = facts.processing;
    scope.integration = facts.integration;
    scope.facetsAt = at;
  }
}
