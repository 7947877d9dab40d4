/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet } from './OpenLineage';

/**
 * LifecycleStateChangeDatasetFacet of OpenLineage.
 * @public
 */
export type LifecycleStateChangeDatasetFacet = DatasetFacet & {
  /**
   * The lifecycle state change.
   */
  lifecycleStateChange:
    | 'ALTER'
    | 'CREATE'
    | 'DROP'
    | 'OVERWRITE'
    | 'RENAME'
    | 'TRUNCATE';
  /**
   * Previous name of the dataset in case of renaming it.
   */
  previousIdentifier?: { name: string; namespace: string };
};
