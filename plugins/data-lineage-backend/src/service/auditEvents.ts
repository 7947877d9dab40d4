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

/** Of every event: something was changed, on somebody's behalf. */
export const AUDIT_SEVERITY = 'medium';

/** A key of {@link AUDIT_EVENTS}. */
export type AuditEventId = keyof typeof AUDIT_EVENTS;

/** What an event tells; nothing that is not in the table. */
export type AuditMeta<E extends AuditEventId> = Partial<
  Record<(typeof AUDIT_EVENTS)[E][number], string | number>
>;
