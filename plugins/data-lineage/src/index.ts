/**
 * Lineage explorer, entity tab, impact, drift and the preview of a change, for the new front-end system.
 *
 * @packageDocumentation
 */
export { dataLineagePlugin as default } from './plugin';
export { dataLineageApiRef } from './api/dataLineageApiRef';
export { dataLineageTranslationRef } from './translation';
export { dataLineageTranslations } from './dataLineageTranslations';
