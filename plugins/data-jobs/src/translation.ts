import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './translations/en';

/**
 * All texts of data-jobs, in English, with Chinese (`zh`) built in. Override
 * single messages with a `TranslationBlueprint`.
 *
 * @public
 */
export const dataJobsTranslationRef = createTranslationRef({
  id: 'plugin.data-jobs',
  messages,
  translations: { zh: () => import('./translations/zh') },
});
