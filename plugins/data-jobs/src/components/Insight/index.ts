export { InsightFailure } from './InsightFailure';
export { InsightView } from './InsightView';
