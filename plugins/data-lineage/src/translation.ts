import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './translations/en';

/**
 * All texts of data-lineage, in English, with Chinese (`zh`) built in. Override
 * single messages with a `TranslationBlueprint`.
 *
 * @public
 */
export const dataLineageTranslationRef = createTranslationRef({
  id: 'plugin.data-lineage',
  messages,
  translations: { zh: () => import('./translations/zh') },
});
