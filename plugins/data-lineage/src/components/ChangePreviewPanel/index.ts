export { ChangePreviewPanel } from './ChangePreviewPanel';
export type { ChangePreviewPanelProps } from './ChangePreviewPanel';
