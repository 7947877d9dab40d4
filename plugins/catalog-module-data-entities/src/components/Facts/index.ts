export { type Fact, Facts } from './Facts';
