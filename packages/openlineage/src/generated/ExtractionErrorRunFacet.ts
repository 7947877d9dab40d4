/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { RunFacet } from './OpenLineage';

/**
 * ExtractionErrorRunFacet of OpenLineage.
 * @public
 */
export type ExtractionErrorRunFacet = RunFacet & {
  /**
   * The number of distinguishable tasks in a run that were processed by OpenLineage, whether successfully or not. Those could be, for example, distinct SQL statements.
   */
  totalTasks: number;
  /**
   * The number of distinguishable tasks in a run that were processed not successfully by OpenLineage. Those could be, for example, distinct SQL statements.
   */
  failedTasks: number;
  errors: {
    /**
     * Text representation of extraction error message.
     */
    errorMessage: string;
    /**
     * Stack trace of extraction error message
     */
    stackTrace?: string;
    /**
     * Text representation of task that failed. This can be, for example, SQL statement that parser could not interpret.
     */
    task?: string;
    /**
     * Order of task (counted from 0).
     */
    taskNumber?: number;
  }[];
};
