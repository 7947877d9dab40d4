export { NodeIcon } from './NodeIcon';
