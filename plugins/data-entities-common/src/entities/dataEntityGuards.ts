import type { Entity } from '@backstage/catalog-model';
import type {
  DataEntity,
  DataJobEntity,
  DatasetEntity,
  DataSourceEntity,
  LineageEntity,
  QualityEntity,
} from './DataEntity';
import {
  DATA_ENTITIES_API_VERSION,
  DATA_JOB_KIND,
  DATA_SOURCE_KIND,
  dataEntityKinds,
  DATASET_KIND,
  LINEAGE_KIND,
  QUALITY_KIND,
  type DataEntityKind,
} from './dataEntityKinds';

const isOf = (entity: Entity, kind: DataEntityKind) =>
  entity.apiVersion === DATA_ENTITIES_API_VERSION && entity.kind === kind;

/**
 * Whether the entity is a DataJob; its fields are trusted, as the catalog validated them.
 *
 * @public
 */
export const isDataJobEntity = (entity: Entity): entity is DataJobEntity =>
  isOf(entity, DATA_JOB_KIND);

/**
 * Whether the entity is a DataSource; its fields are trusted, as the catalog validated them.
 *
 * @public
 */
export const isDataSourceEntity = (
  entity: Entity,
): entity is DataSourceEntity => isOf(entity, DATA_SOURCE_KIND);

/**
 * Whether the entity is a Dataset; its fields are trusted, as the catalog validated them.
 *
 * @public
 */
export const isDatasetEntity = (entity: Entity): entity is DatasetEntity =>
  isOf(entity, DATASET_KIND);

/**
 * Whether the entity is a Lineage; its fields are trusted, as the catalog validated them.
 *
 * @public
 */
export const isLineageEntity = (entity: Entity): entity is LineageEntity =>
  isOf(entity, LINEAGE_KIND);

/**
 * Whether the entity is a Quality; its fields are trusted, as the catalog validated them.
 *
 * @public
 */
export const isQualityEntity = (entity: Entity): entity is QualityEntity =>
  isOf(entity, QUALITY_KIND);

/**
 * Whether the entity is of any data kind.
 *
 * @public
 */
export const isDataEntity = (entity: Entity): entity is DataEntity =>
  dataEntityKinds.some(kind => isOf(entity, kind));
