import { Knex } from 'knex';
import { RunState } from '../ingest/EventFacts';
import {
  ColumnType,
  insertRows,
  isAnyOf,
  isPostgres,
  onConflictUpdate,
} from './manyRows';

/** A run, or an event without a run, as it is stored. */
export type StoredRun = {
  key: string;
  scopeId: number;
  runId?: string;
  startedAt: number;
  completedAt?: number;
  state?: RunState;
  stateAt?: number;
  isOpenEnded: boolean;
  /** From then on it replaces all that older runs have said of tables. */
  settledAt?: number;
  /** `settledAt` goes for columns as well. */
  settlesColumns: boolean;
  /** When it first said what. */
  statements: [at: number, id: number][];
};

const COLUMNS: Record<string, ColumnType> = {
  key: 'text',
  scope_id: 'integer',
  run_id: 'text',
  started_at: 'bigint',
  completed_at: 'bigint',
  state: 'text',
  state_at: 'bigint',
  is_open_ended: 'boolean',
  settled_at: 'bigint',
  settles_columns: 'boolean',
  statements: 'text',
};

const fromNewest = (row: any) => ({
  key: row.key,
  startedAt: Number(row.started_at),
  state: row.state,
});

const number = (value: unknown) =>
  value === null || value === undefined ? undefined : Number(value);

const fromRow = (row: any): StoredRun => ({
  key: row.key,
  scopeId: row.scope_id,
  runId: row.run_id ?? undefined,
  startedAt: Number(row.started_at),
  completedAt: number(row.completed_at),
  state: row.state ?? undefined,
  stateAt: number(row.state_at),
  isOpenEnded: Boolean(row.is_open_ended),
  settledAt: number(row.settled_at),
  settlesColumns: Boolean(row.settles_columns),
  statements: JSON.parse(row.statements),
});

/** Runs, as far as events have told of them. */
export class RunStore {
  async get(
    keys: readonly string[],
    knex: Knex,
  ): Promise<Map<string, StoredRun>> {
    const rows = await knex('runs').where(isAnyOf(knex, 'key', keys));
    return new Map(rows.map(row => [row.key, fromRow(row)]));
  }

  async save(runs: readonly StoredRun[], knex: Knex): Promise<void> {
    await insertRows(
      knex,
      'runs',
      COLUMNS,
      runs.map(run => ({
        key: run.key,
        scope_id: run.scopeId,
        run_id: run.runId,
        started_at: run.startedAt,
        completed_at: run.completedAt,
        state: run.state,
        state_at: run.stateAt,
        is_open_ended: run.isOpenEnded,
        settled_at: run.settledAt,
        settles_columns: run.settlesColumns,
        statements: JSON.stringify(run.statements),
      })),
      onConflictUpdate(
        ['key'],
        Object.keys(COLUMNS).filter(name => name !== 'key'),
      ),
    );
  }

  /** The run of a scope that began last. */
  async newest(
    scopeId: number,
    knex: Knex,
  ): Promise<{ key: string; startedAt: number; state: RunState } | undefined> {
    const row = await knex('runs')
      .where({ scope_id: scopeId })
      .whereNotNull('state')
      .orderBy('started_at', 'desc')
      .orderByRaw(isPostgres(knex) ? 'key collate "C" desc' : 'key desc')
      .first();
    return row && fromNewest(row);
  }

  /** All runs of a scope. */
  async ofScope(scopeId: number, knex: Knex): Promise<StoredRun[]> {
    return (await knex('runs').where({ scope_id: scopeId })).map(fromRow);
  }

  /**
   * The last run that had replaced all before it when `time` came, and the runs
   * that began with it or later; without such a run all there are.
   */
  async since(
    scope: { id: number; hasColumns: boolean },
    time: number,
    knex: Knex,
  ): Promise<{ base?: StoredRun; runs: StoredRun[] }> {
    const base = await knex('runs')
      .where({ scope_id: scope.id })
      .andWhere('started_at', '<', time)
      .andWhere('settled_at', '<', time)
      .andWhere(q => scope.hasColumns && q.where({ settles_columns: true }))
      .orderBy('started_at', 'desc')
      .first();
    if (!base) return { runs: await this.ofScope(scope.id, knex) };
    const rows = await knex('runs')
      .where({ scope_id: scope.id })
      .andWhere('started_at', '>=', base.started_at);
    return { base: fromRow(base), runs: rows.map(fromRow) };
  }
}
