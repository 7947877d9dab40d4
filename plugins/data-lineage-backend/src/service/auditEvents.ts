/**
 * Every event in the audit log, and its metadata besides `requestedBy` and
 * `surface`. The README has the same as a table; a test compares them.
 */
export const AUDIT_EVENTS = {
  'alias-create': ['name', 'target'],
  'alias-delete': ['name'],
  'graph-rebuild': [],
  'owners-notify': ['node', 'owners'],
} as const satisfies Record<string, readonly string[]>;

/** A key of {@link AUDIT_EVENTS}. */
export type AuditEventId = keyof typeof AUDIT_EVENTS;
