/**
 * Pages, entity tabs, cards and verbs of data jobs, for the new front-end system.
 *
 * @packageDocumentation
 */
export { dataJobsPlugin as default } from './plugin';
export { dataJobsApiRef } from './api/dataJobsApiRef';
export { dataJobsTranslationRef } from './translation';
export { dataJobsTranslations } from './dataJobsTranslations';
