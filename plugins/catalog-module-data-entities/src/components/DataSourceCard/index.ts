export { DataSourceCard } from './DataSourceCard';
