export { JobMetrics } from './JobMetrics';
