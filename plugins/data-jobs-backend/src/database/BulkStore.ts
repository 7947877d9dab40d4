import { randomUUID } from 'crypto';
import { BulkOperation } from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';

/** A deployment that was refused, and why. */
export type BulkRefusal = {
  entityRef: string;
  environment: string;
  refusal: string;
};

/** A bulk request as the table holds it; its operations name it by `bulk_id`. */
export type StoredBulk = Omit<BulkOperation, 'counts' | 'items'> & {
  refusals: BulkRefusal[];
};

/** Bulk requests. */
export class BulkStore {
  constructor(private readonly knex: Knex) {}

  async create(
    draft: Omit<StoredBulk, 'id' | 'createdAt' | 'refusals'>,
  ): Promise<StoredBulk> {
    const bulk: StoredBulk = {
      ...draft,
      id: randomUUID(),
      createdAt: new Date().toISOString(),
      refusals: [],
    };
    await this.knex('bulk_operations').insert({
      id: bulk.id,
      verb: bulk.verb,
      params: JSON.stringify(bulk.params),
      reason: bulk.reason ?? null,
      requested_by: bulk.requestedBy,
      surface: bulk.surface,
      created_at: bulk.createdAt,
      refusals: '[]',
    });
    return bulk;
  }

  async refuse(id: string, refusals: BulkRefusal[]): Promise<void> {
    await this.knex('bulk_operations')
      .where({ id })
      .update({ refusals: JSON.stringify(refusals) });
  }

  async get(id: string): Promise<StoredBulk | undefined> {
    const row = await this.knex('bulk_operations').where({ id }).first();
    return (
      row && {
        id: row.id,
        verb: row.verb,
        params: JSON.parse(row.params),
        reason: row.reason ?? undefined,
        requestedBy: row.requested_by,
        surface: row.surface,
        createdAt: row.created_at,
        refusals: JSON.parse(row.refusals),
      }
    );
  }
}
