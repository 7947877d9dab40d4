import { ApiHolder, translationApiRef } from '@backstage/frontend-plugin-api';
import { scaffolderDataJobsTranslationRef } from '../translation';
import { messages } from '../translations/en';
import { Translate } from './useText';

/** The texts for a validation, which runs outside of any component. */
export function validationText(apiHolder: ApiHolder): Translate {
  const translation = apiHolder
    .get(translationApiRef)
    ?.getTranslation(scaffolderDataJobsTranslationRef);
  return translation?.ready ? translation.t : (englishText as Translate);
}

/** Used until the translations of the user's language are there. */
function englishText(key: string, values: Record<string, unknown> = {}) {
  const text = key
    .split('.')
    .reduce<any>((part, name) => part?.[name], messages);
  return String(text).replace(/\{\{(\w+)\}\}/g, (_, name) =>
    String(values[name]),
  );
}
