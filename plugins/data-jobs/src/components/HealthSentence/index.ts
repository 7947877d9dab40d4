export { HealthSentence } from './HealthSentence';
