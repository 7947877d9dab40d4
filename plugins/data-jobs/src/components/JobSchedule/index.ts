export { JobSchedule } from './JobSchedule';
