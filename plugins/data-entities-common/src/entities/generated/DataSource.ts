/* Generated from the JSON Schema by `yarn generate`; change the schema, not this file. */

import { EntityMeta, EntityRelation } from '@backstage/catalog-model';
import { Schedule } from './SharedDefinitions';

/**
 * A DataSource describes a system that holds data, how to reach it and who answers for it. It never holds a secret.
 *
 * @public
 */
export type DataSourceEntityV1alpha1 = {
  apiVersion: 'datalark.io/v1alpha1';
  kind: 'DataSource';
  metadata: EntityMeta;
  spec: DataSourceSpec;
  /**
   * The relations the catalog has made of it.
   */
  relations?: EntityRelation[];
};
/**
 * What the system is and how it is reached.
 *
 * @public
 */
export type DataSourceSpec = {
  /**
   * The kind of system; a connector of this name reads it.
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
   * How to reach it: addresses and names, one value each. Never a secret.
   */
  connection: {
    [k: string]: string | number | boolean;
  };
  /**
   * Where the credentials are: `secret:` and a name the server resolves. Never the credential itself.
   */
  credentials?: {
    /**
     * A reference to a secret.
     */
    [k: string]: string;
  };
  discovery?: Discovery;
  /**
   * The environment it belongs to.
   */
  environment?: string;
  /**
   * Other entities it needs; a reference names its kind.
   */
  dependsOn?: string[];
};
/**
 * Which datasets are found in it, and when.
 *
 * This interface was referenced by `DataSourceEntityV1alpha1`'s JSON-Schema
 * via the `definition` "Discovery".
 *
 * @public
 */
export type Discovery = {
  schedule?: Schedule;
  /**
   * Patterns of dataset names to take; `*` stands for any text. All when absent.
   */
  include?: string[];
  /**
   * Patterns of dataset names to leave out; wins over include.
   */
  exclude?: string[];
};
