import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { dataLineageTranslationRef } from '../translation';

/** Gives a text of this plugin by its key. */
export type Translate = TranslationFunction<
  (typeof dataLineageTranslationRef)['T']
>;

/** The texts of this plugin in the language of the user. */
export function useText(): Translate {
  return useTranslationRef(dataLineageTranslationRef).t;
}
