import { createHash } from 'crypto';
import {
  ExceptionGroup,
  JobException,
} from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';
import { DeploymentKey, keyColumns } from './DeploymentStore';

const MOST_GROUPS = 100;

/** Failures of jobs over all their runs, alike ones together. */
export class ExceptionStore {
  constructor(private readonly knex: Knex) {}

  /** The group that failed last comes first. */
  async list(key: DeploymentKey): Promise<ExceptionGroup[]> {
    const rows = await this.#of(key)
      .orderBy('last_at', 'desc')
      .limit(MOST_GROUPS);
    return rows.map(row => ({
      id: row.fingerprint,
      name: row.name,
      message: row.message,
      firstAt: row.first_at,
      lastAt: row.last_at,
      count: Number(row.occurrences),
      first: JSON.parse(row.first),
      last: JSON.parse(row.last),
      firstRunId: row.first_run_id ?? undefined,
      lastRunId: row.last_run_id ?? undefined,
    }));
  }

  /**
   * Adds failures; those that are written down already are not counted again:
   * one of a group counts when it is newer than the newest of the group.
   */
  async record(
    key: DeploymentKey,
    runId: string | undefined,
    exceptions: JobException[],
  ): Promise<void> {
    const oldestFirst = [...exceptions].sort((a, b) =>
      a.at.localeCompare(b.at),
    );
    await this.knex.transaction(async trx => {
      for (const exception of oldestFirst) {
        const fingerprint = fingerprintOf(exception);
        const text = JSON.stringify(exception);
        const counted = await trx('job_exceptions')
          .where({ ...keyColumns(key), fingerprint })
          .andWhere('last_at', '<', exception.at)
          .update({
            last_at: exception.at,
            occurrences: trx.raw('occurrences + 1'),
            last_run_id: runId ?? null,
            last: text,
          });
        if (counted) continue;
        await trx('job_exceptions')
          .insert({
            ...keyColumns(key),
            fingerprint,
            name: exception.name.slice(0, 1024),
            message: exception.message,
            first_at: exception.at,
            last_at: exception.at,
            occurrences: 1,
            first_run_id: runId ?? null,
            last_run_id: runId ?? null,
            first: text,
            last: text,
          })
          .onConflict(['entity_ref', 'environment', 'fingerprint'])
          .ignore();
      }
    });
  }

  #of(key: DeploymentKey) {
    return this.knex('job_exceptions').where(keyColumns(key));
  }
}

/** The same for failures that differ in numbers and ids alone. */
export function fingerprintOf(
  exception: Pick<JobException, 'name' | 'message'>,
): string {
  const message = exception.message
    .replace(/\b[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\b/gi, '#')
    .replace(/\b(?:0x)?[0-9a-f]*\d[0-9a-f]*\b/gi, '#')
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .slice(0, 2_000);
  return createHash('sha256')
    .update(`${exception.name}\n${message}`)
    .digest('hex');
}
