export { InsightView } from './InsightView';
