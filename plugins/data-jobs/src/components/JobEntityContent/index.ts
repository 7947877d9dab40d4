export { JobEntityContent } from './JobEntityContent';
