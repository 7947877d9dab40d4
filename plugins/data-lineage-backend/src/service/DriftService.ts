import { InputError, NotFoundError } from '@backstage/errors';
import {
  DriftItem,
  DriftKind,
  DriftPage,
  DriftQuery,
  NotCompared,
  ORIGINS,
} from '@datalark/backstage-plugin-data-lineage-common';
import { Knex } from 'knex';
import { OPEN } from '../derive/Interval';
import { isAnyOf } from '../database/manyRows';
import { shownNode } from '../graph/GraphAnswer';
import { NodeFacts } from '../graph/NodeReader';
import { Visibility } from './Authorizer';
import { Caller } from './Caller';
import { OBSERVED } from '../derive/originIndex';
import { jobsNotCompared, saysWhatFlows } from './jobsNotCompared';
import { isOnlyLookedUp, lookupsNotCompared } from './lookupsNotCompared';
import { driftYaml } from './driftYaml';
import { GraphDeps } from './GraphService';

const KINDS: readonly { kind: DriftKind; known: number; missing: number }[] = [
  { kind: 'declared-not-observed', known: 0, missing: 2 },
  { kind: 'observed-not-declared', known: 2, missing: 0 },
  { kind: 'inferred-not-observed', known: 1, missing: 2 },
  { kind: 'observed-not-inferred', known: 2, missing: 1 },
];

const DEFAULT_LIMIT = 50;
const MOST_LOOKED_AT = 20_000;
const MOST_PER_ENTITY = 1_000;

/** One disagreement as it is stored: a place in `KINDS` and an edge. */
type Row = {
  kind: number;
  from: number;
  to: number;
  since: number;
  seen: number;
};

/** Where a page of drift ends. */
type Place = Pick<Row, 'kind' | 'from' | 'to'>;

const isOwned = (ends: readonly NodeFacts[], owner: string) =>
  ends.some(end => end.owner === owner.toLowerCase());

const encode = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

const decode = (text: string): unknown =>
  JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));

const writeId = (kind: DriftKind, from: string, to: string) =>
  encode([kind, from, to]);

const noDrift = (id: string) =>
  new NotFoundError(`There is no drift ${id}, or you may not see it.`);

const writeCursor = ({ kind, from, to }: Place) => encode([kind, from, to]);

/**
 * Where origins disagree about what a job reads and writes. A job is compared
 * only where both origins know it: what nobody has ever declared of a job is no
 * drift, nor is what has never run. What is declared of a job that was never
 * observed counts: that is what a declaration is to be checked for.
 */
export class DriftService {
  constructor(private readonly deps: GraphDeps) {}

  async list(caller: Caller, query: DriftQuery): Promise<DriftPage> {
    const { nodes, authorizer, stores } = this.deps;
    const limit = query.limit ?? DEFAULT_LIMIT;
    const visibility = await authorizer.visibility(caller);
    const around = query.entityRef
      ? await stores.links.nodesOf(query.entityRef, MOST_PER_ENTITY)
      : undefined;
    const items: { item: DriftItem; row: Row }[] = [];
    let after: Place | undefined = readCursor(query.cursor);
    let looked = 0;
    let isEnd = false;
    while (items.length <= limit && !isEnd && looked < MOST_LOOKED_AT) {
      const size = Math.max(200, limit + 1);
      const rows = await this.#rows(query, around, after, size);
      isEnd = rows.length < size;
      looked += rows.length;
      after = rows.at(-1) ?? after;
      const facts = await nodes.read([
        ...new Set(rows.flatMap(({ from, to }) => [from, to])),
      ]);
      const visible = await visibility.visible([...facts.values()]);
      for (const row of rows) {
        const from = facts.get(row.from);
        const to = facts.get(row.to);
        if (!from || !to || !visible.has(from) || !visible.has(to)) continue;
        if (query.owner && !isOwned([from, to], query.owner)) continue;
        items.push({ item: driftItem(row, from, to), row });
      }
    }
    const notCompared = query.cursor
      ? []
      : await this.#notCompared(query, around, visibility);
    const page = items.slice(0, limit);
    const rest = isEnd ? undefined : after;
    const next = items.length > limit ? page.at(-1)?.row : rest;
    return {
      items: page.map(({ item }) => item),
      ...(notCompared.length > 0 && { notCompared }),
      ...(next && { nextCursor: writeCursor(next) }),
    };
  }

  /** A Lineage entity that would declare what the job is known to do, as YAML. */
  async entity(caller: Caller, id: string): Promise<string> {
    const { nodes, authorizer, finder, edges, stores } = this.deps;
    const drift = readId(id);
    const ends = [drift.from, drift.to];
    const jobId = ends.find(end => end.startsWith('job:'));
    const [job] = jobId ? await finder.find([jobId]) : [];
    if (job === undefined) throw noDrift(id);
    const sight = { origins: [drift.known] };
    const around = await edges.at(job, sight);
    const all = [job, ...around.flatMap(({ from, to }) => [from, to])];
    const facts = await nodes.read([...new Set(all)]);
    const visibility = await authorizer.visibility(caller);
    const visible = await visibility.visible([...facts.values()]);
    const shown = new Map([...facts].filter(([, found]) => visible.has(found)));
    const isKnown = ends.every(end =>
      [...shown.values()].some(found => found.id === end),
    );
    if (!isKnown) throw noDrift(id);
    const among = await edges.linksAmong(
      [...shown.keys()],
      sight,
      MOST_LOOKED_AT,
    );
    const links = among.filter(({ subject }) => subject === job);
    return driftYaml({
      job: shown.get(job)!,
      origin: ORIGINS[drift.known],
      facts: shown,
      edges: around,
      links,
      transformations: await stores.transformations.get(
        links.map(({ transformation }) => transformation),
      ),
    });
  }

  async #notCompared(
    query: DriftQuery,
    around: readonly number[] | undefined,
    visibility: Visibility,
  ): Promise<NotCompared[]> {
    const { nodes, stores } = this.deps;
    const reasons = await jobsNotCompared(stores.knex, around);
    const facts = await nodes.read([...reasons.keys()]);
    const visible = await visibility.visible([...facts.values()]);
    const whole = [...visible]
      .filter(job => !query.owner || isOwned([job], query.owner))
      .map(job => ({ job: shownNode(job), reason: reasons.get(job.key)! }))
      .sort((a, b) => (a.job.title < b.job.title ? -1 : 1));
    return [...whole, ...(await this.#lookups(query, around, visibility))];
  }

  async #lookups(
    query: DriftQuery,
    around: readonly number[] | undefined,
    visibility: Visibility,
  ): Promise<NotCompared[]> {
    const { nodes, stores } = this.deps;
    const lookups = await lookupsNotCompared(stores.knex, around);
    const facts = await nodes.read([
      ...new Set(lookups.flatMap(({ from, to }) => [from, to])),
    ]);
    const visible = await visibility.visible([...facts.values()]);
    return lookups.flatMap(({ from, to }) => {
      const dataset = facts.get(from);
      const job = facts.get(to);
      if (!dataset || !job) return [];
      if (!visible.has(dataset) || !visible.has(job)) return [];
      if (query.owner && !isOwned([dataset, job], query.owner)) return [];
      return {
        job: shownNode(job),
        dataset: shownNode(dataset),
        reason: 'lookup-not-reported' as const,
      };
    });
  }

  async #rows(
    query: DriftQuery,
    around: readonly number[] | undefined,
    after: Place | undefined,
    size: number,
  ): Promise<Row[]> {
    const { knex } = this.deps.stores;
    const parts = KINDS.flatMap(({ kind, known, missing }, index) =>
      !query.kinds?.length || query.kinds.includes(kind)
        ? [this.#ofKind(knex, index, known, missing, around)]
        : [],
    );
    const rows = await knex
      .from(knex.unionAll(parts).as('drift'))
      .where(q => {
        if (!after) return;
        q.where('kind', '>', after.kind)
          .orWhere(r =>
            r.where('kind', after.kind).andWhere('from_id', '>', after.from),
          )
          .orWhere(r =>
            r
              .where({ kind: after.kind, from_id: after.from })
              .andWhere('to_id', '>', after.to),
          );
      })
      .orderBy(['kind', 'from_id', 'to_id'])
      .limit(size);
    return rows.map(row => ({
      kind: Number(row.kind),
      from: row.from_id,
      to: row.to_id,
      since: Number(row.since),
      seen: Number(row.seen),
    }));
  }

  #ofKind(
    knex: Knex,
    index: number,
    known: number,
    missing: number,
    around: readonly number[] | undefined,
  ): Knex.QueryBuilder {
    const current = (alias: string, origin: number) =>
      `${alias}.superseded_at is null and ${alias}.valid_to = ${OPEN} and ${alias}.origin = ${origin}`;
    const builder = knex('edges as e')
      .join('scopes as s', 's.id', 'e.scope_id')
      .join('nodes as j', 'j.id', 's.node_id')
      .whereRaw(current('e', known))
      .where('j.type', 'job')
      .whereRaw(
        `not exists (select 1 from edges o where o.from_id = e.from_id and o.to_id = e.to_id and ${current(
          'o',
          missing,
        )})`,
      )
      .groupBy('e.from_id', 'e.to_id')
      .select(
        knex.raw(`${index} as kind`),
        'e.from_id',
        'e.to_id',
        knex.raw('min(e.valid_from) as since'),
        knex.raw('max(s.last_seen_at) as seen'),
      );
    // The other origin has to know the job, from whatever name of it: of what
    // no producer ever reports, nothing is known, and that is no disagreement.
    builder.whereRaw(
      missing === OBSERVED
        ? saysWhatFlows('j')
        : `exists (select 1 from scopes x join nodes m on m.id = x.node_id where m.canonical_id = j.canonical_id and x.origin = ${missing})`,
    );
    if (missing === OBSERVED) builder.whereRaw(`not ${isOnlyLookedUp('e')}`);
    if (around) {
      builder.where(q =>
        q
          .where(isAnyOf(knex, 'e.from_id', around))
          .orWhere(isAnyOf(knex, 'e.to_id', around)),
      );
    }
    return builder;
  }
}

function driftItem(row: Row, from: NodeFacts, to: NodeFacts): DriftItem {
  const { kind, known } = KINDS[row.kind];
  const origin = ORIGINS[known];
  const since = new Date(row.since).toISOString();
  return {
    id: writeId(kind, from.id, to.id),
    kind,
    from: shownNode(from),
    to: shownNode(to),
    edge: {
      from: from.id,
      to: to.id,
      origins: [origin],
      firstSeenAt: since,
      lastSeenAt: new Date(row.seen).toISOString(),
    },
    known: origin,
    since,
  };
}

function readId(id: string): { known: number; from: string; to: string } {
  try {
    const [kind, from, to] = decode(id) as string[];
    const found = KINDS.find(one => one.kind === kind);
    if (found && from && to) return { known: found.known, from, to };
  } catch {
    // Said below.
  }
  throw noDrift(id);
}

function readCursor(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  try {
    const [kind, from, to] = decode(text) as number[];
    if ([kind, from, to].every(Number.isInteger)) return { kind, from, to };
  } catch {
    // Said below.
  }
  throw new InputError(
    `cursor: ${text} comes from no page; leave it out to begin anew.`,
  );
}
