export { Duration } from './Duration';
export { RelativeTime } from './RelativeTime';
