export { JobSearchResult } from './JobSearchResult';
