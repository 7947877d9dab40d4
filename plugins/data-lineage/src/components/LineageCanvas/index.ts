export { LineageCanvas } from './LineageCanvas';
export type { LineageCanvasProps } from './LineageCanvas';
export type { CanvasActions, CanvasContextValue } from './CanvasActions';
