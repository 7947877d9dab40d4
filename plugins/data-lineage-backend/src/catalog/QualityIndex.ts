import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  isDatasetEntity,
  isQualityEntity,
} from '@datalark/backstage-plugin-data-entities-common';
import { fullRef, QualityOfDataset, refWith } from './entityLinks';

/** Gathers which Quality entities check which Dataset: by their target, or as the Dataset's standards. */
export class QualityIndex {
  readonly #byDataset = new Map<string, Set<string>>();

  add(entity: Entity): void {
    if (isQualityEntity(entity)) {
      this.#put(
        fullRef(entity, 'target', 'Dataset'),
        stringifyEntityRef(entity),
      );
    }
    if (isDatasetEntity(entity)) {
      for (const standard of entity.spec.standards ?? []) {
        this.#put(
          stringifyEntityRef(entity),
          refWith(entity, standard, 'Quality'),
        );
      }
    }
  }

  get ofDataset(): QualityOfDataset {
    return new Map(
      [...this.#byDataset].map(([ref, quality]) => [ref, [...quality].sort()]),
    );
  }

  #put(dataset: string | undefined, quality: string | undefined): void {
    if (!dataset || !quality) return;
    const known = this.#byDataset.get(dataset) ?? new Set();
    this.#byDataset.set(dataset, known.add(quality));
  }
}
