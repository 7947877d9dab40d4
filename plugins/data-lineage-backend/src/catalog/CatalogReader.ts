import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { dataEntityKinds } from '@datalark/backstage-plugin-data-entities-common';

const PAGE = 500;
const REFS = 100;

/** An entity, and what tells whether it changed: the catalog gives every entity an etag. */
export type EntityDigest = { kind: string; etag: string };

/** Reads data entities with the plugin's own credentials. Rejects rather than give half. */
export class CatalogReader {
  constructor(
    private readonly deps: { catalog: CatalogService; auth: AuthService },
  ) {}

  /** All data entities by ref. */
  async digest(): Promise<Map<string, EntityDigest>> {
    const credentials = await this.deps.auth.getOwnServiceCredentials();
    const found = new Map<string, EntityDigest>();
    let cursor: string | undefined;
    do {
      const page = await this.deps.catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE }
          : {
              filter: { kind: [...dataEntityKinds] },
              fields: [
                'kind',
                'metadata.namespace',
                'metadata.name',
                'metadata.etag',
              ],
              limit: PAGE,
            },
        { credentials },
      );
      for (const entity of page.items) {
        found.set(stringifyEntityRef(entity), {
          kind: entity.kind,
          etag: entity.metadata.etag ?? '',
        });
      }
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return found;
  }

  /** The entities of these refs, as far as they still exist, in small lots. */
  async *entities(refs: readonly string[]): AsyncGenerator<Entity[]> {
    const credentials = await this.deps.auth.getOwnServiceCredentials();
    for (let i = 0; i < refs.length; i += REFS) {
      const { items } = await this.deps.catalog.getEntitiesByRefs(
        { entityRefs: refs.slice(i, i + REFS) },
        { credentials },
      );
      yield items.flatMap(entity => entity ?? []);
    }
  }
}
