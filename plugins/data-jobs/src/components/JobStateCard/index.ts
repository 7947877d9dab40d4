export { JobStateCard } from './JobStateCard';
