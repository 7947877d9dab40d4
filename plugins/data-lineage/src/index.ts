/**
 * Lineage pages: tab, explorer, impact, drift
 *
 * @packageDocumentation
 */
export {};
