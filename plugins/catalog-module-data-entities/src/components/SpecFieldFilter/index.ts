export { SpecFieldFilter } from './SpecFieldFilter';
