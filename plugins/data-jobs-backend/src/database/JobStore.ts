import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  JobOrigin,
  JobSpec,
  JobVersion,
} from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';
import { jobRef, ownerRef, systemRef } from '../definition/jobOwner';
import { runHash } from '../definition/runHash';

/** A job as the tables hold it. */
export type StoredJob = {
  entityRef: string;
  namespace: string;
  name: string;
  title?: string;
  description?: string;
  owner: string;
  system?: string;
  type: string;
  processing: 'streaming' | 'batch';
  origin: JobOrigin;
  spec: JobSpec;
  latestVersion: number;
  revision: number;
  etag?: string;
  location?: string;
  missingSince?: string;
  /** Since when Git may take a portal-owned job over. */
  handedOverAt?: string;
  createdAt: string;
};

/** What is written of a job. */
export type JobDraft = {
  namespace: string;
  name: string;
  title?: string;
  description?: string;
  origin: JobOrigin;
  spec: JobSpec;
  etag?: string;
  location?: string;
  /** Entity ref of a user, or `catalog`. */
  by: string;
  message?: string;
};

/** Jobs and their versions. */
export class JobStore {
  constructor(private readonly knex: Knex) {}

  async get(entityRef: string): Promise<StoredJob | undefined> {
    const row = await this.knex('jobs')
      .where({ entity_ref: entityRef })
      .first();
    return row && fromRow(row);
  }

  /** Refs and etags of all jobs of one origin. */
  async digest(
    origin: JobOrigin,
  ): Promise<Map<string, { etag?: string; missingSince?: string }>> {
    const rows = await this.knex('jobs')
      .where({ origin })
      .select('entity_ref', 'etag', 'missing_since');
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          etag: row.etag ?? undefined,
          missingSince: row.missing_since ?? undefined,
        },
      ]),
    );
  }

  /** One page of portal-owned jobs in the order of their refs. */
  async portalPage(options: {
    after?: string;
    limit: number;
  }): Promise<StoredJob[]> {
    const rows = await this.knex('jobs')
      .where({ origin: 'portal' })
      .modify(q => {
        if (options.after) q.andWhere('entity_ref', '>', options.after);
      })
      .orderBy('entity_ref')
      .limit(options.limit);
    return rows.map(fromRow);
  }

  /** Writes a new job with version 1; a taken ref is a `ConflictError`. */
  async create(draft: JobDraft): Promise<StoredJob> {
    const now = new Date().toISOString();
    const row = {
      ...toRow(draft),
      latest_version: 1,
      revision: 1,
      created_at: now,
      updated_at: now,
    };
    try {
      await this.knex.transaction(async trx => {
        await trx('jobs').insert(row);
        await trx('job_versions').insert(versionRow(draft, 1, now));
      });
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          `There is already a job ${row.entity_ref}; choose another name.`,
        );
      }
      throw error;
    }
    return fromRow(row);
  }

  /** Writes the job anew; a new version only when it would run differently. */
  async update(draft: JobDraft): Promise<StoredJob> {
    const row = toRow(draft);
    const now = new Date().toISOString();
    return this.knex.transaction(async trx => {
      const before = await trx('jobs')
        .where({ entity_ref: row.entity_ref })
        .modify(q => {
          if (trx.client.config.client === 'pg') q.forUpdate();
        })
        .first();
      if (!before) throw new ConflictError(`${row.entity_ref} was removed.`);
      const changed = before.run_hash !== row.run_hash;
      const version = before.latest_version + (changed ? 1 : 0);
      const after = {
        ...before,
        ...row,
        latest_version: version,
        missing_since: null,
        ...(row.origin === 'git' && { handed_over_at: null }),
        updated_at: now,
      };
      await trx('jobs').where({ entity_ref: row.entity_ref }).update(after);
      if (changed) {
        await trx('job_versions').insert(versionRow(draft, version, now));
      }
      return fromRow(after);
    });
  }

  /** Lets Git take a portal-owned job over, or no longer. */
  async setHandedOver(entityRef: string, since: string | null): Promise<void> {
    await this.knex('jobs')
      .where({ entity_ref: entityRef, origin: 'portal' })
      .update({ handed_over_at: since });
  }

  /** Notes since when Git-owned jobs are not in the catalog; `null`: they are. */
  async setMissing(entityRefs: string[], since: string | null): Promise<void> {
    for (let i = 0; i < entityRefs.length; i += 500) {
      await this.knex('jobs')
        .whereIn('entity_ref', entityRefs.slice(i, i + 500))
        .update({ missing_since: since });
    }
  }

  /** Counts a change and returns its number. */
  async bumpRevision(entityRef: string): Promise<number> {
    await this.knex('jobs')
      .where({ entity_ref: entityRef })
      .increment('revision', 1);
    const row = await this.knex('jobs')
      .where({ entity_ref: entityRef })
      .first('revision');
    return Number(row?.revision ?? 0);
  }

  async versions(entityRef: string): Promise<JobVersion[]> {
    const rows = await this.knex('job_versions')
      .where({ entity_ref: entityRef })
      .orderBy('version', 'desc');
    return rows.map(toVersion);
  }

  async version(
    entityRef: string,
    version: number,
  ): Promise<JobVersion | undefined> {
    const row = await this.knex('job_versions')
      .where({ entity_ref: entityRef, version })
      .first();
    return row && toVersion(row);
  }

  /** Forgets the job and everything about it but its operations. */
  async delete(entityRef: string): Promise<void> {
    await this.knex.transaction(async trx => forget(trx, entityRef));
  }

  /** The same, unless it runs somewhere, or is about to; false then. */
  async forgetUnused(entityRef: string): Promise<boolean> {
    return this.knex.transaction(async trx => {
      const of = (table: string) => trx(table).where({ entity_ref: entityRef });
      const isUsed =
        (await of('operations').whereNotNull('active_key').first('id')) ||
        (await of('deployments').whereNotNull('run_id').first('run_id'));
      if (!isUsed) await forget(trx, entityRef);
      return !isUsed;
    });
  }
}

async function forget(trx: Knex, entityRef: string): Promise<void> {
  for (const table of [
    'job_metrics',
    'job_exceptions',
    'job_alerts',
    'job_notices',
    'schedule_firings',
    'schedules',
    'snapshots',
    'runs',
    'deployments',
    'job_versions',
    'jobs',
  ]) {
    await trx(table).where({ entity_ref: entityRef }).delete();
  }
}

function toRow(draft: JobDraft) {
  const { namespace, name, spec } = draft;
  const texts = [name, draft.title, draft.description].filter(Boolean);
  return {
    entity_ref: jobRef(namespace, name),
    namespace,
    name,
    title: draft.title ?? null,
    description: draft.description ?? null,
    search_text: texts.join('\n').toLowerCase(),
    owner: ownerRef(spec, namespace),
    system: systemRef(spec, namespace) ?? null,
    type: spec.type,
    processing: spec.processing ?? 'streaming',
    origin: draft.origin,
    spec: JSON.stringify(spec),
    run_hash: runHash(spec),
    etag: draft.etag ?? null,
    location: draft.location ?? null,
  };
}

function versionRow(draft: JobDraft, version: number, now: string) {
  return {
    entity_ref: jobRef(draft.namespace, draft.name),
    version,
    spec: JSON.stringify(draft.spec),
    created_at: now,
    created_by: draft.by,
    message: draft.message ?? null,
  };
}

function fromRow(row: any): StoredJob {
  return {
    entityRef: row.entity_ref,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    description: row.description ?? undefined,
    owner: row.owner,
    system: row.system ?? undefined,
    type: row.type,
    processing: row.processing,
    origin: row.origin,
    spec: JSON.parse(row.spec),
    latestVersion: row.latest_version,
    revision: row.revision,
    etag: row.etag ?? undefined,
    location: row.location ?? undefined,
    missingSince: row.missing_since ?? undefined,
    handedOverAt: row.handed_over_at ?? undefined,
    createdAt: row.created_at,
  };
}

function toVersion(row: any): JobVersion {
  return {
    version: row.version,
    spec: JSON.parse(row.spec),
    createdAt: row.created_at,
    createdBy: row.created_by,
    message: row.message ?? undefined,
  };
}
