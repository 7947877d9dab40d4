import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { scaffolderDataJobsTranslationRef } from '../translation';

/** Gives a text of the fields by its key. */
export type Translate = TranslationFunction<
  (typeof scaffolderDataJobsTranslationRef)['T']
>;

/** The texts of the fields in the language of the user. */
export function useText(): Translate {
  return useTranslationRef(scaffolderDataJobsTranslationRef).t;
}
