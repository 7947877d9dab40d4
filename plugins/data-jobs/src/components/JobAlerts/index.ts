export { JobAlerts } from './JobAlerts';
