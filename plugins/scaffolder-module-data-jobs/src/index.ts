/**
 * Form fields for templates of data jobs.
 *
 * @packageDocumentation
 */
export { scaffolderDataJobsModule as default } from './module';
export { scaffolderDataJobsTranslationRef } from './translation';
export { scaffolderDataJobsTranslations } from './scaffolderDataJobsTranslations';
