export { AttentionJobsCard, AttentionJobsWidget } from './AttentionJobs';
export { DatasetJobsCard } from './DatasetJobsCard';
export { SystemJobsCard } from './SystemJobsCard';
