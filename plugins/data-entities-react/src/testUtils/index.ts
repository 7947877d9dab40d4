/**
 * For tests of the packages with texts of their own.
 *
 * @packageDocumentation
 */
export { describeTranslations } from './describeTranslations';
