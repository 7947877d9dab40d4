/**
 * What flows where.
 *
 * @packageDocumentation
 */
export {};
