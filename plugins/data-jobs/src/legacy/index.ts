/**
 * Pages, entity tab, cards and the API of data jobs for apps on the old front-end system.
 *
 * @packageDocumentation
 */
export { dataJobsPlugin } from './plugin';
export { DataJobsPage, EnginesPage } from './pages';
export {
  EntityDataJobContent,
  EntityDataJobsNeedingAttentionCard,
  EntityDatasetDataJobsCard,
  EntityDataJobStateCard,
  EntitySystemDataJobsCard,
} from './entity';
export { DataJobSearchResultListItem } from './search';
export { HomeDataJobsNeedingAttention } from './home';
