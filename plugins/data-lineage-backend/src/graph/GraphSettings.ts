import { Config } from '@backstage/config';

/** How much one answer holds at most. */
export type GraphSettings = {
  maxNodes: number;
  maxDepth: number;
  /** Between columns. */
  maxLinks: number;
};

const DEFAULTS: GraphSettings = {
  maxNodes: 20_000,
  maxDepth: 40,
  maxLinks: 100_000,
};

/** The caps under `dataLineage.graph`. */
export function readGraphSettings(config: Config): GraphSettings {
  const read = (key: keyof GraphSettings) => {
    const value = config.getOptionalNumber(`dataLineage.graph.${key}`);
    if (value === undefined) return DEFAULTS[key];
    if (!Number.isInteger(value) || value < 1) {
      throw new Error(
        `dataLineage.graph.${key}: ${value} is no cap; give a whole number from 1.`,
      );
    }
    return value;
  };
  return {
    maxNodes: read('maxNodes'),
    maxDepth: read('maxDepth'),
    maxLinks: read('maxLinks'),
  };
}
