/**
 * What flows where.
 *
 * @packageDocumentation
 */
export { dataLineagePlugin as default } from './plugin';
