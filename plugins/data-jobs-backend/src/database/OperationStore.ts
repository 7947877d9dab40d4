import { randomUUID } from 'crypto';
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  DesiredState,
  Operation,
  Verb,
} from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';
import {
  DeploymentKey,
  DeploymentStore,
  keyColumns,
  keyFromRow,
  keyText,
} from './DeploymentStore';
import { latestLease } from './LeaseStore';

/** Ids and facts that an operation stores before it uses them. */
export type OperationProgress = Record<string, any>;

/** An operation that a worker holds. */
export type ClaimedOperation = {
  operation: Operation;
  progress: OperationProgress;
  /** Engine of the deployment when it was claimed. */
  engine?: string;
};

/** What is asked for; ids, times and states are made here. */
export type OperationDraft = Pick<
  Operation,
  | 'entityRef'
  | 'environment'
  | 'verb'
  | 'params'
  | 'requestedBy'
  | 'surface'
  | 'reason'
  | 'versionBefore'
  | 'versionAfter'
  | 'decision'
> & {
  /** Written in the same transaction; absent: stays. */
  desired?: DesiredState;
  autoVersion?: number;
  /** The bulk request that it belongs to. */
  bulkId?: string;
  /** Written in the same transaction; when it rejects, nothing is written. */
  alongside?: (transaction: Knex, operation: Operation) => Promise<void>;
};

/** Verbs as durable records, at most one active per deployment. */
export class OperationStore {
  readonly #deployments: DeploymentStore;

  constructor(private readonly knex: Knex) {
    this.#deployments = new DeploymentStore(knex);
  }

  /** A second active operation of a deployment is a `ConflictError`. */
  async create(draft: OperationDraft): Promise<Operation> {
    const { desired, autoVersion, bulkId, alongside, ...facts } = draft;
    const operation: Operation = {
      ...facts,
      id: randomUUID(),
      state: 'pending',
      steps: [],
      createdAt: new Date().toISOString(),
    };
    try {
      await this.knex.transaction(async trx => {
        await trx('operations').insert({
          id: operation.id,
          ...keyColumns(operation),
          verb: operation.verb,
          params: JSON.stringify(operation.params),
          state: operation.state,
          steps: '[]',
          progress: '{}',
          requested_by: operation.requestedBy,
          surface: operation.surface,
          reason: operation.reason ?? null,
          version_before: operation.versionBefore ?? null,
          version_after: operation.versionAfter ?? null,
          decision: jsonOrNull(operation.decision),
          created_at: operation.createdAt,
          lease_until: 0,
          active_key: keyText(operation),
          bulk_id: bulkId ?? null,
        });
        await this.#deployments.update(
          operation,
          {
            ...(desired && { desired, desiredBy: operation.requestedBy }),
            ...(autoVersion !== undefined && { autoVersion }),
            lastChange: lastChangeOf(operation),
          },
          trx,
        );
        await alongside?.(trx, operation);
      });
    } catch (error) {
      if (!isDatabaseConflictError(error)) throw error;
      const active = await this.active(operation);
      throw new ConflictError(
        active
          ? `The operation ${active.verb} (${active.id}) of ${operation.entityRef} in ${operation.environment} is still under way; wait for its end.`
          : `Another operation of ${operation.entityRef} was just under way; try again.`,
      );
    }
    return operation;
  }

  async get(id: string): Promise<Operation | undefined> {
    const row = await this.knex('operations').where({ id }).first();
    return row && fromRow(row);
  }

  /** All of a bulk request, in the order in which they were accepted. */
  async ofBulk(bulkId: string): Promise<Operation[]> {
    const rows = await this.knex('operations')
      .where({ bulk_id: bulkId })
      .orderBy(['created_at', 'entity_ref', 'environment']);
    return rows.map(fromRow);
  }

  /** How long the last operations of a verb that succeeded took, in ms, newest first. */
  async lastDurations(
    key: DeploymentKey,
    verb: Verb,
    limit: number,
  ): Promise<number[]> {
    const rows = await this.knex('operations')
      .where({
        ...keyColumns(key),
        verb,
        state: 'succeeded',
      })
      .whereNotNull('started_at')
      .orderBy('created_at', 'desc')
      .limit(limit)
      .select('started_at', 'ended_at');
    return rows.map(
      row => Date.parse(row.ended_at) - Date.parse(row.started_at),
    );
  }

  /** Newest first. */
  async list(
    key: { entityRef: string; environment?: string },
    limit: number,
  ): Promise<Operation[]> {
    const rows = await this.knex('operations')
      .where({ entity_ref: key.entityRef })
      .modify(q => {
        if (key.environment) q.andWhere({ environment: key.environment });
      })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.map(fromRow);
  }

  async active(key: DeploymentKey): Promise<Operation | undefined> {
    const row = await this.knex('operations')
      .where({ active_key: keyText(key) })
      .first();
    return row && fromRow(row);
  }

  /** Active operations by `entityRef|environment`. */
  async activeOf(keys: DeploymentKey[]): Promise<Map<string, Operation>> {
    const rows = await this.knex('operations').whereIn(
      'active_key',
      keys.map(keyText),
    );
    return new Map(rows.map(row => [row.active_key, fromRow(row)]));
  }

  /** Keys of all deployments with an active operation. */
  async activeKeys(): Promise<Set<string>> {
    const rows = await this.knex('operations')
      .whereNotNull('active_key')
      .select('active_key');
    return new Set(rows.map(row => row.active_key));
  }

  /**
   * Takes the oldest operation that nobody works on; never one of `except.ids`,
   * nor one on the engines `except.engines`. What somebody asked for by itself
   * goes before what is part of a bulk request.
   */
  async claim(
    owner: string,
    ttlMs: number,
    except: { ids?: string[]; engines?: string[] } = {},
  ): Promise<ClaimedOperation | undefined> {
    const now = Date.now();
    const candidates = await this.knex('operations as o')
      .leftJoin('deployments as d', q =>
        q
          .on('d.entity_ref', 'o.entity_ref')
          .andOn('d.environment', 'o.environment'),
      )
      .whereIn('o.state', ['pending', 'running'])
      .andWhere(q =>
        q
          .where('o.lease_until', '<', now)
          .orWhere('o.lease_until', '>', latestLease(now, ttlMs)),
      )
      .whereNotIn('o.id', except.ids ?? [])
      .modify(q => {
        if (except.engines?.length) {
          q.andWhere(or =>
            or.whereNull('d.engine').orWhereNotIn('d.engine', except.engines!),
          );
        }
      })
      .orderByRaw('case when o.bulk_id is null then 0 else 1 end')
      .orderBy('o.created_at')
      .limit(10)
      .select('o.id', 'd.engine');
    for (const { id, engine } of candidates) {
      const taken = await this.knex('operations')
        .where({ id })
        .whereIn('state', ['pending', 'running'])
        .andWhere(q =>
          q
            .where('lease_until', '<', now)
            .orWhere('lease_until', '>', latestLease(now, ttlMs)),
        )
        .update({
          lease_owner: owner,
          lease_until: now + ttlMs,
          state: 'running',
          started_at: this.knex.raw('coalesce(started_at, ?)', [
            new Date(now).toISOString(),
          ]),
        });
      if (taken) {
        const row = await this.knex('operations').where({ id }).first();
        return {
          operation: fromRow(row),
          progress: JSON.parse(row.progress),
          engine: engine ?? undefined,
        };
      }
    }
    return undefined;
  }

  /** False: the lease was lost, another replica goes on. */
  async renew(id: string, owner: string, ttlMs: number): Promise<boolean> {
    return this.#mine(id, owner, { lease_until: Date.now() + ttlMs });
  }

  /** Lets another replica take over at once. */
  async release(id: string, owner: string): Promise<void> {
    await this.#mine(id, owner, { lease_owner: null, lease_until: 0 });
  }

  /** Writes steps and progress; false: the lease was lost. */
  async save(
    operation: Operation,
    progress: OperationProgress,
    owner: string,
  ): Promise<boolean> {
    return this.#mine(operation.id, owner, {
      steps: JSON.stringify(operation.steps),
      progress: JSON.stringify(progress),
      version_after: operation.versionAfter ?? null,
      decision: jsonOrNull(operation.decision),
    });
  }

  /** Ends the operation; false: the lease was lost. */
  async finish(operation: Operation, owner: string): Promise<boolean> {
    return this.knex.transaction(async trx => {
      const mine = await trx('operations')
        .where({ id: operation.id, lease_owner: owner })
        .update({
          state: operation.state,
          steps: JSON.stringify(operation.steps),
          ended_at: operation.endedAt,
          error: operation.error ? JSON.stringify(operation.error) : null,
          active_key: null,
          lease_owner: null,
          lease_until: 0,
        });
      if (!mine) return false;
      await this.#deployments.update(
        operation,
        { lastChange: lastChangeOf(operation) },
        trx,
      );
      return true;
    });
  }

  async #mine(id: string, owner: string, columns: Record<string, unknown>) {
    const changed = await this.knex('operations')
      .where({ id, lease_owner: owner })
      .update(columns);
    return changed > 0;
  }
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function lastChangeOf(operation: Operation) {
  return {
    at: operation.endedAt ?? operation.createdAt,
    by: operation.requestedBy,
    verb: operation.verb,
    state: operation.state,
    operationId: operation.id,
  };
}

function fromRow(row: any): Operation {
  return {
    id: row.id,
    ...keyFromRow(row),
    verb: row.verb,
    params: JSON.parse(row.params),
    state: row.state,
    steps: JSON.parse(row.steps),
    requestedBy: row.requested_by,
    surface: row.surface,
    reason: row.reason ?? undefined,
    versionBefore: row.version_before ?? undefined,
    versionAfter: row.version_after ?? undefined,
    createdAt: row.created_at,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    error: row.error ? JSON.parse(row.error) : undefined,
    ...(row.decision && { decision: JSON.parse(row.decision) }),
  };
}
