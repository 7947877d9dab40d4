import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { LINEAGE_PRODUCER } from '@datalark/backstage-plugin-data-lineage-common';
import { EntityLink, EntityLinkStore } from '../database/EntityLinkStore';
import { hashOf } from '../database/hashOf';
import { LineageIngest } from '../ingest/LineageIngest';
import { CatalogReader, EntityDigest } from './CatalogReader';
import {
  CatalogStore,
  KnownEntity,
  SentStatement,
  statementKey,
} from './CatalogStore';
import { DatasetIndex } from './DatasetIndex';
import { entityLinks } from './entityLinks';
import { entityStatements, SCHEMAS, Statement } from './entityStatements';
import { QualityIndex } from './QualityIndex';
import { sourceLinks } from './sourceLinks';
import { SyncSettings } from './SyncSettings';

/** An entity may vanish for a moment, e.g. while the catalog is built anew. */
const GONE_AFTER_MS = 60_000;

/** Changes of these change what others are linked to. */
const SHARED_KINDS = ['Dataset', 'DataSource', 'Quality'];

/** Counted up when entities shall be read again though they have not changed. */
const READING = 2;

/**
 * Makes lineage of the data entities in the catalog: links from nodes to
 * entities, what DataJobs and Lineage entities declare, and what definitions say.
 * A read that fails changes nothing. What it has done is in the database, so any
 * replica can do the next round.
 */
export class CatalogSync {
  readonly #goneSince = new Map<string, number>();

  constructor(
    private readonly deps: {
      store: CatalogStore;
      reader: CatalogReader;
      links: EntityLinkStore;
      ingest: LineageIngest;
      settings: SyncSettings;
      logger: LoggerService;
      goneAfterMs?: number;
    },
  ) {}

  /** One round. Rejects when the catalog or the store is out of reach. */
  async sync(): Promise<void> {
    const { store, reader } = this.deps;
    const digest = await reader.digest();
    const known = await store.entities();
    const changed = [...digest.keys()].filter(
      ref => known.get(ref)?.digest !== this.#digestOf(digest.get(ref)!),
    );
    const gone = this.#gone(known, digest);
    if (!changed.length && !gone.length) return;
    const isShared = [...changed, ...gone].some(ref =>
      SHARED_KINDS.includes((digest.get(ref) ?? known.get(ref))!.kind),
    );
    const refs = isShared ? [...digest.keys()] : changed;
    const datasets = isShared
      ? await this.#linkAll(refs)
      : await this.#linkSome(refs, gone, datasetRefs(digest));
    await this.#say(refs, datasets);
    await this.#takeBack(gone);
    await store.saveEntities(
      new Map(
        refs.map(ref => {
          const one = digest.get(ref)!;
          const entity: KnownEntity = {
            kind: one.kind,
            digest: this.#digestOf(one),
          };
          return [ref, entity];
        }),
      ),
    );
    await store.forgetEntities(gone);
  }

  /** Tells also whether the entity would be read differently now. */
  #digestOf({ etag }: EntityDigest): string {
    const { jobNamespace, variables } = this.deps.settings;
    return hashOf(JSON.stringify([READING, etag, jobNamespace, variables]));
  }

  #gone(
    known: ReadonlyMap<string, KnownEntity>,
    present: ReadonlyMap<string, EntityDigest>,
  ): string[] {
    const { goneAfterMs = GONE_AFTER_MS } = this.deps;
    const now = Date.now();
    for (const ref of present.keys()) this.#goneSince.delete(ref);
    return [...known.keys()].filter(ref => {
      if (present.has(ref)) return false;
      const since = this.#goneSince.get(ref) ?? now;
      this.#goneSince.set(ref, since);
      return now - since >= goneAfterMs;
    });
  }

  async #linkAll(refs: string[]): Promise<DatasetIndex> {
    const { reader, links, settings } = this.deps;
    const quality = new QualityIndex();
    const sources: Entity[] = [];
    const datasets = new DatasetIndex(settings);
    const owners: Entity[] = [];
    for await (const lot of reader.entities(refs)) {
      for (const entity of lot) {
        quality.add(entity);
        if (entity.kind === 'DataSource') sources.push(entity);
        datasets.add(entity);
        owners.push(withoutDefinition(entity));
      }
    }
    await links.replaceAll(
      owners.flatMap(one => entityLinks(one, settings, quality.ofDataset)),
      sourceLinks(sources, settings),
    );
    return datasets;
  }

  async #linkSome(
    refs: string[],
    gone: string[],
    others: string[],
  ): Promise<DatasetIndex> {
    const { reader, links, settings } = this.deps;
    const found: EntityLink[] = [];
    for await (const lot of reader.entities(refs)) {
      found.push(...lot.flatMap(one => entityLinks(one, settings)));
    }
    await links.replaceOf([...refs, ...gone], found);
    const datasets = new DatasetIndex(settings);
    for await (const lot of reader.entities(others)) {
      lot.forEach(one => datasets.add(one));
    }
    return datasets;
  }

  async #say(refs: string[], datasets: DatasetIndex): Promise<void> {
    const { reader, settings } = this.deps;
    const eventTime = new Date().toISOString();
    for await (const lot of reader.entities(refs)) {
      const lotRefs = lot.map(entity => stringifyEntityRef(entity));
      const before = await this.deps.store.statementsOf(lotRefs);
      const now: (SentStatement & Pick<Statement, 'event'>)[] = [];
      for (const entity of lot) {
        const entityRef = stringifyEntityRef(entity);
        const made = entityStatements(entity, {
          settings,
          datasets,
          eventTime,
        });
        now.push(
          ...made.map(one => ({ ...sentOf(entityRef, one), event: one.event })),
        );
        // Definitions may be long: requests are answered in between.
        await new Promise(resolve => setImmediate(resolve));
      }
      const hashes = new Map(before.map(one => [statementKey(one), one.hash]));
      await this.#send(
        now.filter(one => hashes.get(statementKey(one)) !== one.hash),
      );
      const kept = new Set(now.map(statementKey));
      await this.#withdraw(before.filter(one => !kept.has(statementKey(one))));
    }
  }

  async #takeBack(refs: string[]): Promise<void> {
    await this.#withdraw(await this.deps.store.statementsOf(refs));
  }

  async #withdraw(statements: SentStatement[]): Promise<void> {
    if (!statements.length) return;
    const eventTime = new Date().toISOString();
    await this.#ingest(
      statements
        .filter(
          ({ subject, source }) => subject.type === 'job' || source !== SCHEMAS,
        )
        .map(one => ({ ...one, event: nothing(one, eventTime) })),
    );
    await this.deps.store.forgetStatements(statements);
  }

  async #send(
    statements: (SentStatement & Pick<Statement, 'event'>)[],
  ): Promise<void> {
    if (!statements.length) return;
    await this.#ingest(statements);
    await this.deps.store.saveStatements(statements);
  }

  /** An event that is refused is logged, and not sent again until it changes. */
  async #ingest(
    statements: (SentStatement & { event: unknown })[],
  ): Promise<void> {
    const lots = new Map<string, typeof statements>();
    for (const one of statements) {
      const key = JSON.stringify([one.origin, one.source]);
      lots.set(key, [...(lots.get(key) ?? []), one]);
    }
    for (const lot of lots.values()) {
      const [{ origin, source }] = lot;
      const { failed_events: failed } = await this.deps.ingest.ingest(
        lot.map(one => one.event),
        { origin, source },
      );
      for (const { index, reason } of failed) {
        this.deps.logger.warn(
          `The lineage of ${lot[index].entityRef} was not taken: ${reason}`,
        );
      }
    }
  }
}

function datasetRefs(digest: ReadonlyMap<string, EntityDigest>): string[] {
  return [...digest].flatMap(([ref, { kind }]) =>
    kind === 'Dataset' ? [ref] : [],
  );
}

function sentOf(entityRef: string, statement: Statement): SentStatement {
  const { eventTime: _, ...content } = statement.event;
  return {
    entityRef,
    origin: statement.origin,
    source: statement.source,
    subject: statement.subject,
    hash: hashOf(JSON.stringify(content)),
  };
}

/** An event that takes back what the same source has said of the subject. */
function nothing({ subject }: SentStatement, eventTime: string) {
  const { type, namespace, name } = subject;
  const core = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/';
  return type === 'job'
    ? {
        eventTime,
        producer: LINEAGE_PRODUCER,
        schemaURL: `${core}JobEvent`,
        job: { namespace, name },
        inputs: [],
        outputs: [],
      }
    : {
        eventTime,
        producer: LINEAGE_PRODUCER,
        schemaURL: `${core}DatasetEvent`,
        dataset: {
          namespace,
          name,
          facets: {
            lineage: {
              _producer: LINEAGE_PRODUCER,
              _schemaURL:
                'https://openlineage.io/spec/facets/1-0-0/LineageFacet.json#/$defs/LineageDatasetFacet',
              inputs: [],
            },
          },
        },
      };
}

/** Links need no definitions, which may be large. */
function withoutDefinition(entity: Entity): Entity {
  const { definition: _, ...spec } = entity.spec ?? {};
  return { ...entity, spec };
}
