import { Origin } from '@datalark/backstage-plugin-data-lineage-common';
import { SceneEdge } from '../../graph/Scene';

/** How a line looks: its colour (a custom property of the style sheet) and its pattern. */
export type LineStyle = {
  /** Name of the style. */
  id: string;
  color: string;
  /** Lengths of dashes and gaps; none: solid. */
  dash: number[];
  width: number;
};

const ORIGIN_STYLES: Record<Origin, LineStyle> = {
  observed: { id: 'observed', color: '--dl-observed', dash: [], width: 1.75 },
  inferred: {
    id: 'inferred',
    color: '--dl-inferred',
    dash: [9, 5],
    width: 1.75,
  },
  declared: { id: 'declared', color: '--dl-declared', dash: [2, 5], width: 2 },
};

const CHANGE_STYLES: Record<'added' | 'removed' | 'kept', LineStyle> = {
  added: { id: 'added', color: '--dl-added', dash: [], width: 3 },
  removed: { id: 'removed', color: '--dl-removed', dash: [3, 5], width: 3 },
  kept: { id: 'kept', color: '--dl-kept', dash: [], width: 1.25 },
};

/** All styles, in the order in which they are drawn. */
export const LINE_STYLES: readonly LineStyle[] = [
  ...Object.values(CHANGE_STYLES).reverse(),
  ...Object.values(ORIGIN_STYLES).reverse(),
];

/** The strongest origin decides: what was observed is drawn so, whoever else knows of it. */
export function lineStyle(
  edge: Pick<SceneEdge, 'origins' | 'change'>,
): LineStyle {
  if (edge.change) return CHANGE_STYLES[edge.change];
  const strongest = (['observed', 'inferred', 'declared'] as const).find(
    origin => edge.origins.includes(origin),
  );
  return ORIGIN_STYLES[strongest ?? 'declared'];
}
