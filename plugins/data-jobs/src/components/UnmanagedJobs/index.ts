export { UnmanagedJobs } from './UnmanagedJobs';
