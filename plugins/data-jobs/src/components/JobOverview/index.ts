export { JobOverview } from './JobOverview';
export { RestorePointText } from './RestorePointText';
