import { createTranslationResource } from '@backstage/frontend-plugin-api';
import { scaffolderDataJobsTranslationRef } from './translation';

/**
 * The Chinese texts as a resource, for apps that list their translations.
 *
 * @public
 */
export const scaffolderDataJobsTranslations = createTranslationResource({
  ref: scaffolderDataJobsTranslationRef,
  translations: { zh: () => import('./translations/zh') },
});
