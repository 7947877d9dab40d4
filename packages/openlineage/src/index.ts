/**
 * OpenLineage: types, validation, lenient reading, naming
 *
 * @packageDocumentation
 */
export {};
