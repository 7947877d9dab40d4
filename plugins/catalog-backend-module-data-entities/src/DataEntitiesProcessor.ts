import type { Entity } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  type CatalogProcessor,
  type CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  checkDataEntity,
  dataEntityError,
  identifyEntity,
  relationsOf,
} from '@datalark/backstage-plugin-data-entities-common';

const isObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Validates the data kinds and emits their relations in both directions.
 *
 * With `besideModelLayers` the catalog model emits the relations of plain fields, and the processor adds what a
 * layer cannot say: the rules beyond the schema with their remedies, and the relations of a Lineage's entries.
 *
 * @public
 */
export class DataEntitiesProcessor implements CatalogProcessor {
  readonly #besideModelLayers: boolean;

  constructor(options: { besideModelLayers?: boolean } = {}) {
    this.#besideModelLayers = options.besideModelLayers ?? false;
  }

  getProcessorName(): string {
    return 'DataEntitiesProcessor';
  }

  // Before the catalog's own, so that a wrong entity gets an error with a remedy.
  getPriority(): number {
    return 5;
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    const identity = identifyEntity(entity);
    // The model refuses an unknown apiVersion even before validation.
    if (this.#besideModelLayers && identity.is === 'slip') {
      throw dataEntityError(entity, [identity.problem]);
    }
    // So does the catalog with a spec that is no object, in words without a remedy.
    if (identity.is === 'data' && !isObject(entity.spec)) {
      checkDataEntity(entity);
    }
    return entity;
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    return checkDataEntity(entity);
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const relations = relationsOf(
      entity,
      this.#besideModelLayers ? { only: 'entries' } : undefined,
    );
    for (const { source, target, type, reverseType } of relations) {
      emit(processingResult.relation({ source, type, target }));
      emit(
        processingResult.relation({
          source: target,
          type: reverseType,
          target: source,
        }),
      );
    }
    return entity;
  }
}
