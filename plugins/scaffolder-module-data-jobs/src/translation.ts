import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './translations/en';

/**
 * All texts of the form fields, in English, with Chinese (`zh`) built in.
 *
 * @public
 */
export const scaffolderDataJobsTranslationRef = createTranslationRef({
  id: 'scaffolder-module-data-jobs',
  messages,
  translations: { zh: () => import('./translations/zh') },
});
