import { createTranslationResource } from '@backstage/frontend-plugin-api';
import { dataJobsTranslationRef } from './translation';

/**
 * The Chinese texts as a resource, for apps that list their translations.
 *
 * @public
 */
export const dataJobsTranslations = createTranslationResource({
  ref: dataJobsTranslationRef,
  translations: { zh: () => import('./translations/zh') },
});
