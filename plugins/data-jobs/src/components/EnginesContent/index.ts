export { EnginesContent } from './EnginesContent';
