import type { JsonObject } from '../../model/JsonValue';

/** How the options of a plugin say where its data lies. */
export type Connector = {
  system: string;
  authority?: (options: JsonObject) => string | undefined;
  /** Path of each dataset; undefined where an option that is needed is not there. */
  paths: (options: JsonObject) => (string[] | undefined)[];
};
