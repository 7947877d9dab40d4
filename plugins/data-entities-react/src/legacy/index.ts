/**
 * For the legacy entries of our plugins: what an app on the old front-end system lacks.
 *
 * @packageDocumentation
 */
export { InLegacyApp } from './InLegacyApp';
