export { JobsContent } from './JobsContent';
