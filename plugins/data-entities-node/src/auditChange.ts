import { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Caller, nameOf } from './Caller';

/**
 * Of every event of ours: something was changed, on somebody's behalf.
 *
 * @public
 */
export const AUDIT_SEVERITY = 'medium';

/**
 * The events of a plugin's audit log, each with the names of its metadata
 * besides `requestedBy` and `surface`.
 *
 * @public
 */
export type AuditEvents = Record<string, readonly string[]>;

/**
 * {@link auditChange} for the events of one plugin: no other id, and of
 * metadata nothing that is not in its table.
 *
 * @public
 */
export type Audited<T extends AuditEvents> = <R, E extends keyof T & string>(
  auditor: AuditorService,
  caller: Caller,
  eventId: E,
  meta: Partial<Record<T[E][number], string | number | boolean>>,
  act: () => Promise<R>,
) => Promise<R>;

/**
 * Does something that changes something, and says so in the audit log: also
 * when it fails, whose error is thrown on.
 *
 * @public
 */
export async function auditChange<R>(
  auditor: AuditorService,
  caller: Caller,
  eventId: string,
  meta: { [name: string]: string | number | boolean | undefined },
  act: () => Promise<R>,
): Promise<R> {
  const event = await auditor.createEvent({
    eventId,
    request: caller.request,
    severityLevel: AUDIT_SEVERITY,
    meta: { ...meta, requestedBy: nameOf(caller), surface: caller.surface },
  });
  try {
    const result = await act();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
