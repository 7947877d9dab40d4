import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './translations/en';

/**
 * The few texts of the shared parts, in English, with Chinese (`zh`) built in.
 * Override single messages with a `TranslationBlueprint`.
 *
 * @public
 */
export const dataEntitiesReactTranslationRef = createTranslationRef({
  id: 'plugin.data-entities-react',
  messages,
  translations: { zh: () => import('./translations/zh') },
});
