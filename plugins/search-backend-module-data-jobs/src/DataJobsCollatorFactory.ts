import { Readable } from 'stream';
import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import { jobReadPermission } from '@datalark/backstage-plugin-data-jobs-common';
import { DATA_JOBS_TYPE, DataJobDocument } from './DataJobDocument';
import { jobDocument } from './jobDocument';

const PAGE = 200;

/** Reads all jobs from the catalog, page by page. */
export class DataJobsCollatorFactory implements DocumentCollatorFactory {
  readonly type = DATA_JOBS_TYPE;
  readonly visibilityPermission = jobReadPermission;

  constructor(
    private readonly deps: { auth: AuthService; catalog: CatalogService },
  ) {}

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<DataJobDocument> {
    const { auth, catalog } = this.deps;
    let cursor: string | undefined;
    do {
      const page: { items: Entity[]; pageInfo: { nextCursor?: string } } =
        await catalog.queryEntities(
          cursor
            ? { cursor, limit: PAGE }
            : {
                filter: { kind: 'DataJob' },
                limit: PAGE,
                totalItems: 'exclude',
              },
          { credentials: await auth.getOwnServiceCredentials() },
        );
      for (const entity of page.items) yield jobDocument(entity);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }
}
