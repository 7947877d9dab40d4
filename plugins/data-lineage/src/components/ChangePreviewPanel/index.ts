export { ChangePreviewPanel } from './ChangePreviewPanel';
