export { RunState } from './RunState';
