export { LineageEntityContent } from './LineageEntityContent';
