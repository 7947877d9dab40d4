import {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { HANDED_OVER_ANNOTATION } from '@datalark/backstage-plugin-data-jobs-common';
import { PortalJobsClient } from './PortalJobsClient';

/** Event topic of data-jobs: a job was written or deleted; payload `{ entityRef }`. */
export const ENTITIES_TOPIC = 'data-jobs.entities';

const NAME = 'PortalJobsEntityProvider';
const LOCATION_KEY = 'data-jobs-portal';
const LOCATION = 'data-jobs:portal';

/**
 * Keeps the jobs that are made in the portal in the catalog: all of them on a
 * schedule, a changed one at once. A failed read leaves the catalog as it is.
 */
export class PortalJobsEntityProvider implements EntityProvider {
  constructor(
    private readonly deps: {
      client: PortalJobsClient;
      events: EventsService;
      logger: LoggerService;
      runner: SchedulerServiceTaskRunner;
    },
  ) {}

  getProviderName(): string {
    return NAME;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const { events, logger, runner } = this.deps;
    await runner.run({
      id: 'data-jobs-portal-entities',
      fn: async () => {
        await this.#refreshAll(connection).catch(error =>
          logger.warn(
            `Jobs made in the portal were not read, the catalog keeps what it has: ${error}`,
          ),
        );
      },
    });
    await events.subscribe({
      id: NAME,
      topics: [ENTITIES_TOPIC],
      onEvent: async ({ eventPayload }) => {
        const entityRef = (eventPayload as { entityRef?: unknown })?.entityRef;
        if (typeof entityRef !== 'string') return;
        await this.#refreshOne(connection, entityRef).catch(error =>
          logger.warn(
            `${entityRef} was not read; the next full read brings it: ${error}`,
          ),
        );
      },
    });
  }

  async #refreshAll(connection: EntityProviderConnection): Promise<void> {
    const entities = await this.deps.client.all();
    await connection.applyMutation({
      type: 'full',
      entities: entities.map(deferred),
    });
  }

  async #refreshOne(
    connection: EntityProviderConnection,
    entityRef: string,
  ): Promise<void> {
    const entity = await this.deps.client.one(entityRef);
    await connection.applyMutation({
      type: 'delta',
      added: entity ? [deferred(entity)] : [],
      removed: entity ? [] : [{ entityRef, locationKey: LOCATION_KEY }],
    });
  }
}

function isHandedOver(entity: Entity): boolean {
  return entity.metadata.annotations?.[HANDED_OVER_ANNOTATION] === 'true';
}

function deferred(entity: Entity): DeferredEntity {
  return {
    // Without a key, the location that names the same entity takes it over.
    locationKey: isHandedOver(entity) ? undefined : LOCATION_KEY,
    entity: {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          [ANNOTATION_LOCATION]: LOCATION,
          [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
        },
      },
    },
  };
}
