/**
 * The border between lineage and the plugins that show a piece of it: small,
 * and the same whether lineage is installed or not.
 *
 * @packageDocumentation
 */
export {
  changePreviewApiRef,
  type ChangePreviewApi,
} from './changePreviewApiRef';
export type { ChangePreviewPanelProps } from './ChangePreviewPanelProps';
export type { ChangePreviewState } from './ChangePreviewState';
export { ChangePreviewSlot } from './ChangePreviewSlot';
