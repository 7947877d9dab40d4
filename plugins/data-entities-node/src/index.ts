/**
 * What our back ends share: who asks, the audit log, refusals, lenient input of actions.
 *
 * @packageDocumentation
 */
export { type Caller, nameOf } from './Caller';
export {
  AUDIT_SEVERITY,
  auditChange,
  type Audited,
  type AuditEvents,
} from './auditChange';
export { escapeLike, LIKE_ESCAPE } from './escapeLike';
export * from './looseInput';
export { notAllowed } from './notAllowed';
