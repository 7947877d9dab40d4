import type { IconComponent } from '@backstage/frontend-plugin-api';
import {
  type RemixiconComponentType,
  RiDatabase2Line,
  RiFlashlightLine,
  RiRouteLine,
  RiShieldCheckLine,
  RiTableLine,
} from '@remixicon/react';
import {
  DATA_JOB_KIND,
  DATA_SOURCE_KIND,
  DATASET_KIND,
  LINEAGE_KIND,
  QUALITY_KIND,
} from '@datalark/backstage-plugin-data-entities-common';

const SIZES = { small: 20, medium: 24, large: 35, inherit: '1em' };

// The catalog graph places and colours an icon by properties of its svg.
const kindIcon =
  (Icon: RemixiconComponentType): IconComponent =>
  ({ fontSize = 'medium', ...svg }) =>
    <Icon size={SIZES[fontSize]} {...svg} aria-hidden />;

/**
 * The icon of each data kind, for `kindIcons` of DefaultEntityPresentationApi. Spread it into your own map
 * when your app replaces `api:catalog/entity-presentation` itself.
 *
 * @public
 */
export const dataKindIcons: Record<string, IconComponent> = {
  [DATA_JOB_KIND]: kindIcon(RiFlashlightLine),
  [DATA_SOURCE_KIND]: kindIcon(RiDatabase2Line),
  [DATASET_KIND]: kindIcon(RiTableLine),
  [LINEAGE_KIND]: kindIcon(RiRouteLine),
  [QUALITY_KIND]: kindIcon(RiShieldCheckLine),
};
