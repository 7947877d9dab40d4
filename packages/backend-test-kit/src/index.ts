/**
 * What the tests of our back ends share.
 *
 * @packageDocumentation
 */
export { type DatabaseKind, Databases } from './Databases';
export { TestPermissions } from './TestPermissions';
export { describeAuditEvents } from './describeAuditEvents';
export { describeMigrations } from './describeMigrations';
export { eventually } from './eventually';
