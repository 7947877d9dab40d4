/**
 * Every event in the audit log, and its metadata besides `requestedBy` and
 * `surface`. The README has the same as a table; a test compares them.
 */
export const AUDIT_EVENTS = {
  'job-create': ['entityRef', 'deploy'],
  'job-update': ['entityRef', 'deploy'],
  'job-hand-over': ['entityRef', 'toGit'],
  'job-adopt': ['entityRef', 'engine', 'engineJobId'],
  'operation-request': ['entityRef', 'environment', 'actionType', 'bulkId'],
  'jar-upload': [],
} as const satisfies Record<string, readonly string[]>;

/** A key of {@link AUDIT_EVENTS}. */
export type AuditEventId = keyof typeof AUDIT_EVENTS;
