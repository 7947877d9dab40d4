export { DataJobCard } from './DataJobCard';
