import { createTranslationResource } from '@backstage/frontend-plugin-api';
import { dataLineageTranslationRef } from './translation';

/**
 * The Chinese texts as a resource, for apps that list their translations.
 *
 * @public
 */
export const dataLineageTranslations = createTranslationResource({
  ref: dataLineageTranslationRef,
  translations: { zh: () => import('./translations/zh') },
});
