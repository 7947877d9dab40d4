export { JobGraph } from './JobGraph';
