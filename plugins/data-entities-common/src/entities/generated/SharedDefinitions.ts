/* Generated from the JSON Schema by `yarn generate`; change the schema, not this file. */

/**
 * When it runs.
 *
 * @public
 */
export type Schedule = {
  /**
   * Five fields: minute, hour, day of the month, month, day of the week.
   */
  cron: string;
  /**
   * The time zone of the expression, an IANA name. Default: "UTC".
   */
  timezone?: string;
};

/**
 * The identity of the dataset in OpenLineage.
 *
 * @public
 */
export type DatasetPair = {
  /**
   * Where it is: scheme and authority of the system.
   */
  namespace: string;
  /**
   * Its name there.
   */
  name: string;
};
