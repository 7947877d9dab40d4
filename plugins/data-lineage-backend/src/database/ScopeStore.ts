import { Knex } from 'knex';
import { RunState } from '../ingest/EventFacts';
import { ColumnType, insertRows, isAnyOf, onConflictUpdate } from './manyRows';

/** Who says something about a job or dataset, and in which way. */
export type ScopeName = {
  /** The job, or the dataset of DatasetEvents, as it is named. */
  node: number;
  /** Index in `ORIGINS`. */
  origin: number;
  source: string;
};

/** A scope with what is known of it. */
export type Scope = ScopeName & {
  id: number;
  lastSeenAt: number;
  /** The newest run. */
  run?: { key: string; startedAt: number; state: RunState };
  processing?: string;
  integration?: string;
  /** When those two were told. */
  facetsAt?: number;
  hasColumns: boolean;
  /** Older runs are gone. */
  prunedBefore?: number;
  /** All that runs have said since a time; what it says holds since then. */
  uniform?: { statement: number; since: number };
};

const COLUMNS: Record<string, ColumnType> = {
  node_id: 'integer',
  origin: 'smallint',
  source: 'text',
  last_seen_at: 'bigint',
  run_state: 'text',
  run_started_at: 'bigint',
  run_key: 'text',
  processing: 'text',
  integration: 'text',
  facets_at: 'bigint',
  has_columns: 'boolean',
  pruned_before: 'bigint',
  uniform_statement: 'integer',
  uniform_since: 'bigint',
};
const KEY = ['node_id', 'origin', 'source'];

export const scopeKey = ({ node, origin, source }: ScopeName) =>
  `${node} ${origin} ${source}`;

const asNew = (scopes: Map<string, Scope>, isNew: boolean) =>
  new Map([...scopes].map(([key, scope]) => [key, { ...scope, isNew }]));

const number = (value: unknown) => (value === null ? undefined : Number(value));

const fromRow = (row: any): Scope => ({
  id: row.id,
  node: row.node_id,
  origin: row.origin,
  source: row.source,
  lastSeenAt: Number(row.last_seen_at),
  run:
    row.run_key === null
      ? undefined
      : {
          key: row.run_key,
          startedAt: Number(row.run_started_at),
          state: row.run_state,
        },
  processing: row.processing ?? undefined,
  integration: row.integration ?? undefined,
  facetsAt: number(row.facets_at),
  hasColumns: Boolean(row.has_columns),
  prunedBefore: number(row.pruned_before),
  uniform:
    row.uniform_statement === null
      ? undefined
      : { statement: row.uniform_statement, since: Number(row.uniform_since) },
});

/** Who says what about which job. */
export class ScopeStore {
  /** Scopes by key; new ones come to be, and `isNew` tells them. */
  async ensure(
    names: ReadonlyMap<string, ScopeName>,
    knex: Knex,
  ): Promise<Map<string, Scope & { isNew: boolean }>> {
    const before = await this.#load(names, knex);
    const missing = [...names].filter(([key]) => !before.has(key));
    if (missing.length === 0) return asNew(before, false);
    await insertRows(
      knex,
      'scopes',
      COLUMNS,
      missing.map(([, { node, origin, source }]) => ({
        node_id: node,
        origin,
        source,
        last_seen_at: 0,
        has_columns: false,
      })),
      `on conflict (${KEY.join(', ')}) do nothing`,
    );
    const added = await this.#load(new Map(missing), knex);
    return new Map([...asNew(before, false), ...asNew(added, true)]);
  }

  async get(ids: readonly number[], knex: Knex): Promise<Scope[]> {
    return (await knex('scopes').where(isAnyOf(knex, 'id', ids))).map(fromRow);
  }

  async save(scopes: readonly Scope[], knex: Knex): Promise<void> {
    await insertRows(
      knex,
      'scopes',
      COLUMNS,
      scopes.map(scope => ({
        node_id: scope.node,
        origin: scope.origin,
        source: scope.source,
        last_seen_at: scope.lastSeenAt,
        run_state: scope.run?.state,
        run_started_at: scope.run?.startedAt,
        run_key: scope.run?.key,
        processing: scope.processing,
        integration: scope.integration,
        facets_at: scope.facetsAt,
        has_columns: scope.hasColumns,
        pruned_before: scope.prunedBefore,
        uniform_statement: scope.uniform?.statement,
        uniform_since: scope.uniform?.since,
      })),
      onConflictUpdate(
        KEY,
        Object.keys(COLUMNS).filter(name => !KEY.includes(name)),
      ),
    );
  }

  async #load(
    names: ReadonlyMap<string, ScopeName>,
    knex: Knex,
  ): Promise<Map<string, Scope>> {
    const nodes = [...new Set([...names.values()].map(({ node }) => node))];
    const rows = await knex('scopes').where(isAnyOf(knex, 'node_id', nodes));
    return new Map(
      rows
        .map(fromRow)
        .map(scope => [scopeKey(scope), scope] as const)
        .filter(([key]) => names.has(key)),
    );
  }
}
