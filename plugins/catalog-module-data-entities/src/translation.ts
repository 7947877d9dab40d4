import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './translations/en';

/**
 * All texts of the data kinds in the catalog, in English, with Chinese (`zh`) built in.
 *
 * @public
 */
export const dataEntitiesTranslationRef = createTranslationRef({
  id: 'catalog.data-entities',
  messages,
  translations: { zh: () => import('./translations/zh') },
});
