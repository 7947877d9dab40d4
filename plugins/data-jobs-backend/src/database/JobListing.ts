import {
  JobQuery,
  JobSortKey,
  JobSummary,
} from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';
import { deploymentFromRow, StoredDeployment } from './DeploymentStore';
import { escapeLike, LIKE_ESCAPE } from './escapeLike';

/** A row of the list before its active operation is put in. */
export type ListedJob = Omit<JobSummary, 'deployment'> & {
  deployment: StoredDeployment;
};

const SORT_COLUMNS: Record<JobSortKey, string> = {
  name: 'j.name',
  owner: 'j.owner',
  type: 'j.type',
  engine: 'd.engine',
  desired: 'd.desired',
  observed: 'd.observed',
  health: 'd.health',
  lastChange: 'd.last_change_at',
};

const FILTERS: Array<[keyof JobQuery, string]> = [
  ['owner', 'j.owner'],
  ['system', 'j.system'],
  ['type', 'j.type'],
  ['origin', 'j.origin'],
  ['engine', 'd.engine'],
  ['environment', 'd.environment'],
  ['desired', 'd.desired'],
  ['observed', 'd.observed'],
  ['health', 'd.health'],
];

/** Pages, sorts and filters jobs, all in the database. */
export class JobListing {
  constructor(private readonly knex: Knex) {}

  /** Refs of the jobs that fit the query, for deciding who may see them. */
  async matchingRefs(query: JobQuery): Promise<string[]> {
    const rows = await this.#matching(query).distinct('j.entity_ref as ref');
    return rows.map((row: any) => row.ref);
  }

  /** One page; `only` or `except` names the jobs that the reader may or may not see. */
  async page(
    query: JobQuery,
    reader: { only?: string[]; except?: string[] } = {},
  ): Promise<{ items: ListedJob[]; totalItems: number }> {
    const visible = () =>
      this.#matching(query).modify(q => {
        if (reader.only) q.whereIn('j.entity_ref', reader.only);
        if (reader.except) q.whereNotIn('j.entity_ref', reader.except);
      });
    const [{ total }] = await visible().count({ total: '*' });
    const order = query.order ?? 'asc';
    const rows = await visible()
      .select(
        'd.*',
        'j.name',
        'j.namespace',
        'j.title',
        'j.description',
        'j.owner',
        'j.system',
        'j.type',
        'j.processing',
        'j.origin',
        'j.latest_version',
        'j.missing_since',
      )
      .modify(q => {
        const column = SORT_COLUMNS[query.sort ?? 'name'];
        // The same place for jobs without a value on every database.
        if (query.sort === 'lastChange') {
          q.orderByRaw(`case when ${column} is null then 1 else 0 end`);
        }
        q.orderBy(column, order);
      })
      .orderBy('j.entity_ref', order)
      .orderBy('d.environment', order)
      .limit(Math.min(500, Math.max(1, query.limit ?? 50)))
      .offset(Math.max(0, query.offset ?? 0));
    return { items: rows.map(fromRow), totalItems: Number(total) };
  }

  #matching(query: JobQuery) {
    return this.knex('deployments as d')
      .join('jobs as j', 'j.entity_ref', 'd.entity_ref')
      .modify(q => {
        for (const [field, column] of FILTERS) {
          const values = query[field] as string[] | undefined;
          if (values?.length) q.whereIn(column, values);
        }
        for (const word of query.text?.toLowerCase().split(/\s+/) ?? []) {
          if (!word) continue;
          q.whereRaw(`j.search_text like ? escape '${LIKE_ESCAPE}'`, [
            `%${escapeLike(word)}%`,
          ]);
        }
      });
  }
}

function fromRow(row: any): ListedJob {
  return {
    entityRef: row.entity_ref,
    name: row.name,
    namespace: row.namespace,
    title: row.title ?? undefined,
    description: row.description ?? undefined,
    owner: row.owner,
    system: row.system ?? undefined,
    type: row.type,
    processing: row.processing,
    origin: row.origin,
    latestVersion: row.latest_version,
    ...(row.missing_since && { missingSince: row.missing_since }),
    deployment: deploymentFromRow(row),
  };
}
