import { ChangePreview } from '@datalark/backstage-plugin-data-lineage-common';

/**
 * What is known of a change: `waiting` for the answer about it as it is now,
 * `known`, or `unknown` because there is nothing to ask or no answer came.
 *
 * @public
 */
export type ChangePreviewState =
  | { status: 'waiting' }
  | { status: 'known'; preview: ChangePreview }
  | { status: 'unknown' };
