import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';

const TIMEOUT_MS = 30_000;

/** Asks data-jobs for the jobs that are made in the portal. */
export class PortalJobsClient {
  constructor(
    private readonly deps: { auth: AuthService; discovery: DiscoveryService },
  ) {}

  /** All of them; rejects rather than give half. */
  async all(): Promise<Entity[]> {
    const entities: Entity[] = [];
    let after: string | undefined;
    do {
      const page = await this.#get(after ? { after } : {});
      entities.push(...page.items);
      after = page.next;
    } while (after);
    return entities;
  }

  /** One of them; `undefined`: there is no such job. */
  async one(entityRef: string): Promise<Entity | undefined> {
    return (await this.#get({ entityRef })).items[0];
  }

  async #get(
    query: Record<string, string>,
  ): Promise<{ items: Entity[]; next?: string }> {
    const { auth, discovery } = this.deps;
    const base = await discovery.getBaseUrl('data-jobs');
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'data-jobs',
    });
    const response = await fetch(
      `${base}/portal-entities?${new URLSearchParams(query)}`,
      {
        headers: { Authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
