/**
 * How a piece of lineage became known: written down by somebody, read out of a
 * definition before it runs, or reported by a run.
 *
 * @public
 */
export type Origin = 'declared' | 'inferred' | 'observed';

/** All origins, in the order in which they are shown. @public */
export const ORIGINS: readonly Origin[] = ['declared', 'inferred', 'observed'];
