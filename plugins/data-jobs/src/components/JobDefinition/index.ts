export { JobDefinition } from './JobDefinition';
