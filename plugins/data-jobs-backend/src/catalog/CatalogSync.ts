import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { JobSpec } from '@datalark/backstage-plugin-data-jobs-common';
import { ChangePublisher } from '../changes/ChangePublisher';
import { StoredJob } from '../database/JobStore';
import { Stores } from '../database/Stores';
import { effectiveSpec, environmentsOf } from '../definition/effectiveSpec';
import { AutoDeployer } from './AutoDeployer';
import { CatalogReader, etagOf } from './CatalogReader';

/** An entity may vanish for a moment, e.g. while the catalog is built anew. */
const ORPHANED_AFTER_MS = 60_000;

/**
 * Takes Git-owned jobs over from the catalog. A read that fails changes
 * nothing; a job that is gone is marked, never deleted, and its run is left alone.
 */
export class CatalogSync {
  readonly #goneSince = new Map<string, number>();
  readonly #complained = new Set<string>();

  constructor(
    private readonly deps: {
      stores: Stores;
      reader: CatalogReader;
      changes: ChangePublisher;
      autoDeployer?: AutoDeployer;
      logger: LoggerService;
      orphanedAfterMs?: number;
    },
  ) {}

  /** One round. Rejects when the catalog could not be read whole. */
  async sync(): Promise<void> {
    const { stores, reader, autoDeployer } = this.deps;
    const digest = await reader.digest();
    const known = await stores.jobs.digest('git');
    const changed = [...digest].flatMap(([ref, etag]) => {
      const before = known.get(ref);
      const same = before && etag && before.etag === etag;
      return same && !before.missingSince ? [] : [ref];
    });
    for (const entity of await reader.entities(changed)) {
      const ref = stringifyEntityRef(entity);
      const before = known.get(ref);
      if (before?.etag === etagOf(entity) && !before.missingSince) continue;
      await this.#takeOver(entity).catch(error =>
        this.#complain(ref, `could not be taken over: ${error}`),
      );
    }
    await this.#markMissing(known, digest);
    await autoDeployer?.decide();
  }

  async #takeOver(entity: Entity): Promise<void> {
    const { stores, changes } = this.deps;
    const ref = stringifyEntityRef(entity);
    const spec = entity.spec as unknown as JobSpec;
    const draft = {
      namespace: entity.metadata.namespace ?? 'default',
      name: entity.metadata.name,
      title: entity.metadata.title,
      description: entity.metadata.description,
      origin: 'git' as const,
      spec,
      etag: etagOf(entity),
      location:
        entity.metadata.annotations?.['backstage.io/managed-by-location'],
      by: 'catalog',
    };
    const before = await stores.jobs.get(ref);
    if (before?.origin === 'portal' && !before.handedOverAt) {
      this.#complain(
        ref,
        `is both in Git (${draft.location}) and made in the portal; the portal's stays. Hand the job over to Git on its page, or rename or delete one of them.`,
      );
      return;
    }
    const after = await (before
      ? stores.jobs.update(draft)
      : stores.jobs.create(draft));
    if (before?.origin === 'portal') {
      await this.#handedOver(before.latestVersion, after);
    }
    await stores.deployments.declare(
      ref,
      environmentsOf(spec).map(environment => ({
        environment,
        engine: effectiveSpec(spec, environment).engine,
      })),
    );
    changes.jobChanged(ref);
  }

  // What runs goes on; the same definition from Git is no reason to deploy.
  async #handedOver(versionBefore: number, job: StoredJob): Promise<void> {
    const { stores, changes } = this.deps;
    if (job.latestVersion === versionBefore) {
      for (const one of await stores.deployments.ofJob(job.entityRef)) {
        await stores.deployments.update(one, {
          autoVersion: job.latestVersion,
        });
      }
    }
    changes.entityChanged(job.entityRef);
  }

  async #markMissing(
    known: Map<string, { missingSince?: string }>,
    present: Map<string, unknown>,
  ): Promise<void> {
    const { stores, changes, orphanedAfterMs = ORPHANED_AFTER_MS } = this.deps;
    const now = Date.now();
    for (const ref of present.keys()) this.#goneSince.delete(ref);
    const orphaned: string[] = [];
    for (const [ref, { missingSince }] of known) {
      if (present.has(ref) || missingSince) continue;
      const since = this.#goneSince.get(ref) ?? now;
      this.#goneSince.set(ref, since);
      if (now - since >= orphanedAfterMs) orphaned.push(ref);
    }
    if (!orphaned.length) return;
    await stores.jobs.setMissing(orphaned, new Date(now).toISOString());
    orphaned.forEach(ref => changes.jobChanged(ref));
  }

  #complain(ref: string, message: string): void {
    if (this.#complained.has(ref)) return;
    this.#complained.add(ref);
    this.deps.logger.warn(`${ref} ${message}`);
  }
}
