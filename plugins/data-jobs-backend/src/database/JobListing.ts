import {
  escapeLike,
  LIKE_ESCAPE,
} from '@datalark/backstage-plugin-data-entities-node';
import {
  JOB_FACETS,
  JobFacet,
  JobFacets,
  JobQuery,
  JobSortKey,
  JobSummary,
} from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';
import { deploymentFromRow, StoredDeployment } from './DeploymentStore';
import { RESTORE_POINT_TIME, restorePointsOf } from './restorePoints';
import { Staleness, staleRows } from './staleRows';

/** A row of the list before its active operation is put in. */
export type ListedJob = Omit<JobSummary, 'deployment'> & {
  deployment: StoredDeployment;
};

/** A query whose `mine` has become the refs of owners. */
export type ListingQuery = Omit<JobQuery, 'mine'> & {
  ownedBy?: string[];
  /** What is stale counts as unknown, as it is shown. Absent: nothing is. */
  stale?: Staleness;
};

type Counted = { value: string; count: number };

/** Which jobs the reader may, or may not, see; neither: all. */
export type Reader = { only?: string[]; except?: string[] };

const SORT_COLUMNS: Record<JobSortKey, string> = {
  name: 'j.name',
  owner: 'j.owner',
  system: 'j.system',
  type: 'j.type',
  engine: 'd.engine',
  environment: 'd.environment',
  desired: 'd.desired',
  observed: 'd.observed',
  health: 'd.health',
  lastChange: 'd.last_change_at',
  restorePoint: RESTORE_POINT_TIME,
};

/** What is shown of these is not always what the row says. */
const SHOWN: Array<keyof ListingQuery & JobSortKey> = ['observed', 'health'];

const MAY_BE_NULL: JobSortKey[] = ['system', 'lastChange', 'restorePoint'];

const FACET_COLUMNS: Record<JobFacet, string> = {
  owner: 'j.owner',
  system: 'j.system',
  type: 'j.type',
  engine: 'd.engine',
  environment: 'd.environment',
};

const FILTERS: Array<[keyof ListingQuery, string]> = [
  ['owner', 'j.owner'],
  ['ownedBy', 'j.owner'],
  ['system', 'j.system'],
  ['type', 'j.type'],
  ['origin', 'j.origin'],
  ['engine', 'd.engine'],
  ['environment', 'd.environment'],
  ['desired', 'd.desired'],
];

/** Pages, sorts and filters jobs, all in the database. */
export class JobListing {
  constructor(private readonly knex: Knex) {}

  /** Refs of the jobs that fit the query, for deciding who may see them. */
  async matchingRefs(query: ListingQuery): Promise<string[]> {
    const rows = await this.#matching(query).distinct('j.entity_ref as ref');
    return rows.map((row: any) => row.ref);
  }

  /** One page; `only` or `except` names the jobs that the reader may or may not see. */
  async page(
    query: ListingQuery,
    reader: Reader = {},
  ): Promise<{ items: ListedJob[]; totalItems: number }> {
    const [{ total }] = await this.#visible(query, reader).count({
      total: '*',
    });
    const order = query.order === 'desc' ? 'desc' : 'asc';
    const rows = await this.#visible(query, reader)
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
        const sort = query.sort ?? 'name';
        // The same place for jobs without a value on every database.
        const nulls = MAY_BE_NULL.includes(sort) ? ' nulls last' : '';
        const column = SORT_COLUMNS[sort];
        const stale = this.#stale(query);
        if (stale && (SHOWN as string[]).includes(sort)) {
          q.orderByRaw(
            `case when ? then 'unknown' else ${column} end ${order}`,
            [stale],
          );
        } else {
          q.orderByRaw(`${column} ${order}${nulls}`);
        }
      })
      .orderBy('j.entity_ref', order)
      .orderBy('d.environment', order)
      .limit(Math.min(500, Math.max(1, query.limit ?? 50)))
      .offset(Math.max(0, query.offset ?? 0));
    const points = await restorePointsOf(
      this.knex,
      rows.flatMap((row: any) => row.run_id ?? []),
    );
    return {
      items: rows.map((row: any) => fromRow(row, points.get(row.run_id))),
      totalItems: Number(total),
    };
  }

  /** How often each value occurs among the jobs that the reader may see. */
  async facets(reader: Reader = {}): Promise<JobFacets> {
    const facets = {} as JobFacets;
    for (const facet of JOB_FACETS) {
      const column = FACET_COLUMNS[facet];
      const rows = await this.#visible({}, reader)
        .whereNotNull(column)
        .groupBy(column)
        .select({ value: column })
        .count({ count: '*' });
      facets[facet] = rows
        .map((row: any) => ({ value: row.value, count: Number(row.count) }))
        .sort(
          (a: Counted, b: Counted) =>
            b.count - a.count || (a.value < b.value ? -1 : 1),
        );
    }
    return facets;
  }

  #visible(query: ListingQuery, reader: Reader) {
    return this.#matching(query).modify(q => {
      if (reader.only) q.whereIn('j.entity_ref', reader.only);
      if (reader.except) q.whereNotIn('j.entity_ref', reader.except);
    });
  }

  #stale({ stale }: ListingQuery): Knex.Raw | undefined {
    return stale && staleRows(this.knex, stale);
  }

  #matching(query: ListingQuery) {
    return this.knex('deployments as d')
      .join('jobs as j', 'j.entity_ref', 'd.entity_ref')
      .modify(q => {
        for (const [field, column] of FILTERS) {
          const values = query[field] as string[] | undefined;
          if (values && (values.length || field === 'ownedBy')) {
            q.whereIn(column, values);
          }
        }
        const stale = this.#stale(query);
        for (const field of SHOWN) {
          const values = query[field] as string[] | undefined;
          if (!values?.length) continue;
          const column = SORT_COLUMNS[field];
          q.where(one => {
            one.whereIn(column, values);
            if (!stale) return;
            if (values.includes('unknown')) one.orWhereRaw(stale);
            else one.whereRaw('not ?', [stale]);
          });
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

function fromRow(
  row: any,
  restorePoint: JobSummary['restorePoint'],
): ListedJob {
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
    ...(restorePoint && { restorePoint }),
    deployment: deploymentFromRow(row),
  };
}
