export { JobSnapshots } from './JobSnapshots';
