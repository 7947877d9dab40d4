/* Generated from the JSON Schema by `yarn generate`; change the schema, not this file. */

import { EntityMeta, EntityRelation } from '@backstage/catalog-model';
import { DatasetPair } from './SharedDefinitions';

/**
 * A Dataset describes a table, topic, view or set of files that somebody owns. Its identity across jobs, lineage and quality is the OpenLineage pair.
 *
 * @public
 */
export type DatasetEntityV1alpha1 = {
  apiVersion: 'datalark.io/v1alpha1';
  kind: 'Dataset';
  metadata: EntityMeta;
  spec: DatasetSpec;
  /**
   * The relations the catalog has made of it.
   */
  relations?: EntityRelation[];
};
/**
 * What the dataset is.
 *
 * @public
 */
export type DatasetSpec = {
  /**
   * Its form.
   */
  type: string;
  /**
   * How far along it is. Any word; the usual ones are experimental, production and deprecated.
   */
  lifecycle: string;
  /**
   * Who answers for it: a Group or a User.
   */
  owner: string;
  /**
   * The System it is part of.
   */
  system?: string;
  /**
   * The DataSource that holds it.
   */
  source?: string;
  dataset: DatasetPair;
  /**
   * Its columns in order.
   */
  columns?: DatasetColumn[];
  /**
   * The Quality entities of type standard that govern it.
   */
  standards?: string[];
};
/**
 * One column.
 *
 * This interface was referenced by `DatasetEntityV1alpha1`'s JSON-Schema
 * via the `definition` "DatasetColumn".
 *
 * @public
 */
export type DatasetColumn = {
  /**
   * The column's name as the system spells it.
   */
  name: string;
  /**
   * The type as the system spells it.
   */
  type: string;
  /**
   * Whether it may be NULL. Unknown when absent.
   */
  nullable?: boolean;
  /**
   * Whether it is part of the primary key. Default: false.
   */
  primaryKey?: boolean;
  /**
   * What it means.
   */
  description?: string;
  /**
   * Labels such as pii.
   */
  tags?: string[];
};
