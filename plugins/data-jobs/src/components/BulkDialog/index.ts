export { BulkBar } from './BulkBar';
export { BulkNotice } from './BulkNotice';
