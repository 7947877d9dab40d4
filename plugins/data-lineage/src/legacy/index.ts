/**
 * Lineage page, entity tab, card and API for apps on the old front-end system.
 *
 * @packageDocumentation
 */
export { dataLineagePlugin } from './plugin';
export { LineagePage } from './pages';
export { EntityLineageContent, EntityLineageDriftCard } from './entity';
