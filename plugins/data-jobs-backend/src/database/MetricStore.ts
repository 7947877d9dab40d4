import { MetricSample } from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';
import { DeploymentKey, keyColumns, keyFromRow } from './DeploymentStore';

/** What was measured of a deployment at a moment, or on average from it on. */
export type StoredSample = {
  /** Milliseconds since 1970. */
  at: number;
  runId?: string;
  values: MetricSample;
};

const RAW = 0;
const CHUNK = 200;

/** Samples of jobs over time, beyond the life of a run. */
export class MetricStore {
  constructor(private readonly knex: Knex) {}

  /** Writes samples down; one of the same moment is replaced. */
  async write(
    key: DeploymentKey,
    resolution: number,
    samples: StoredSample[],
  ): Promise<void> {
    for (let i = 0; i < samples.length; i += CHUNK) {
      await this.knex('job_metrics')
        .insert(
          samples.slice(i, i + CHUNK).map(({ at, runId, values }) => ({
            ...keyColumns(key),
            resolution,
            at,
            run_id: runId ?? null,
            sample: JSON.stringify(values),
          })),
        )
        .onConflict(['entity_ref', 'environment', 'resolution', 'at'])
        .merge();
    }
  }

  /** From `from` up to, not with, `to`; oldest first. */
  async read(
    key: DeploymentKey,
    range: { resolution?: number; from: number; to: number },
  ): Promise<StoredSample[]> {
    const rows = await this.knex('job_metrics')
      .where({ ...keyColumns(key), resolution: range.resolution ?? RAW })
      .andWhere('at', '>=', range.from)
      .andWhere('at', '<', range.to)
      .orderBy('at')
      .select('at', 'run_id', 'sample');
    return rows.map(fromRow);
  }

  /** The newest sample as it was read. */
  async newest(key: DeploymentKey): Promise<StoredSample | undefined> {
    const row = await this.knex('job_metrics')
      .where({ ...keyColumns(key), resolution: RAW })
      .orderBy('at', 'desc')
      .first('at', 'run_id', 'sample');
    return row && fromRow(row);
  }

  /** Up to when averages are made; undefined before the first. */
  async averagedUntil(resolution: number): Promise<number | undefined> {
    const [{ at }] = await this.knex('job_metrics')
      .where({ resolution })
      .max({ at: 'at' });
    return at === null ? undefined : Number(at) + resolution;
  }

  /** Deployments with samples as they were read, from `from` up to, not with, `to`. */
  async measuredBetween(from: number, to: number): Promise<DeploymentKey[]> {
    const rows = await this.knex('job_metrics')
      .where({ resolution: RAW })
      .andWhere('at', '>=', from)
      .andWhere('at', '<', to)
      .distinct('entity_ref', 'environment');
    return rows.map(keyFromRow);
  }

  /** Forgets what is older than `before`. */
  async forget(resolution: number, before: number): Promise<void> {
    await this.knex('job_metrics')
      .where({ resolution })
      .andWhere('at', '<', before)
      .delete();
  }
}

// A bigint comes as text from PostgreSQL.
function fromRow(row: any): StoredSample {
  return {
    at: Number(row.at),
    runId: row.run_id ?? undefined,
    values: JSON.parse(row.sample),
  };
}
