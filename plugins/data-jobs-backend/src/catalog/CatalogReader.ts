import { createHash } from 'crypto';
import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ORIGIN_ANNOTATION } from '@datalark/backstage-plugin-data-jobs-common';

const PAGE = 500;
const REFS = 100;

/** Reads DataJob entities with the plugin's own credentials. Rejects rather than give half. */
export class CatalogReader {
  constructor(
    private readonly deps: { catalog: CatalogService; auth: AuthService },
  ) {}

  /** Refs of all DataJobs that Git owns, with what tells whether they changed. */
  async digest(): Promise<Map<string, string | undefined>> {
    const credentials = await this.deps.auth.getOwnServiceCredentials();
    const found = new Map<string, string | undefined>();
    let cursor: string | undefined;
    do {
      const page = await this.deps.catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE }
          : {
              filter: { kind: 'DataJob' },
              fields: [
                'kind',
                'metadata.namespace',
                'metadata.name',
                'metadata.etag',
                'metadata.annotations',
              ],
              limit: PAGE,
            },
        { credentials },
      );
      for (const entity of page.items) {
        if (!isPortalOwned(entity)) {
          found.set(stringifyEntityRef(entity), entity.metadata.etag);
        }
      }
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return found;
  }

  /** The entities of these refs, as far as they still exist. */
  async entities(refs: string[]): Promise<Entity[]> {
    const credentials = await this.deps.auth.getOwnServiceCredentials();
    const found: Entity[] = [];
    for (let i = 0; i < refs.length; i += REFS) {
      const { items } = await this.deps.catalog.getEntitiesByRefs(
        { entityRefs: refs.slice(i, i + REFS) },
        { credentials },
      );
      for (const entity of items) if (entity) found.push(entity);
    }
    return found;
  }
}

/** True for what this plugin itself has projected into the catalog. */
export function isPortalOwned(entity: Entity): boolean {
  return entity.metadata.annotations?.[ORIGIN_ANNOTATION] === 'portal';
}

/** The catalog's etag, or one made here when it gives none. */
export function etagOf(entity: Entity): string {
  return (
    entity.metadata.etag ??
    createHash('sha256')
      .update(JSON.stringify([entity.metadata, entity.spec]))
      .digest('hex')
  );
}
