export { DriftCard } from './DriftCard';
export { DriftList } from './DriftList';
export { DriftPage } from './DriftPage';
