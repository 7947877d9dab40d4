import type { DataJobEntityV1alpha1 } from './generated/DataJob';
import type { DatasetEntityV1alpha1 } from './generated/Dataset';
import type { DataSourceEntityV1alpha1 } from './generated/DataSource';
import type { LineageEntityV1alpha1 } from './generated/Lineage';
import type { QualityEntityV1alpha1 } from './generated/Quality';

/**
 * A job, in its newest version.
 *
 * @public
 */
export type DataJobEntity = DataJobEntityV1alpha1;

/**
 * A system that holds data, in its newest version.
 *
 * @public
 */
export type DataSourceEntity = DataSourceEntityV1alpha1;

/**
 * An owned dataset, in its newest version.
 *
 * @public
 */
export type DatasetEntity = DatasetEntityV1alpha1;

/**
 * A declared flow, in its newest version.
 *
 * @public
 */
export type LineageEntity = LineageEntityV1alpha1;

/**
 * Checks of a dataset, in their newest version.
 *
 * @public
 */
export type QualityEntity = QualityEntityV1alpha1;

/**
 * An entity of any data kind.
 *
 * @public
 */
export type DataEntity =
  | DataJobEntity
  | DataSourceEntity
  | DatasetEntity
  | LineageEntity
  | QualityEntity;
