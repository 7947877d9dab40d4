import { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { AUDIT_SEVERITY, AuditEventId, AuditMeta } from './auditEvents';
import { Caller, nameOf } from './Caller';

/** Does something that changes something, and says so in the audit log. */
export async function audited<T, E extends AuditEventId>(
  auditor: AuditorService,
  caller: Caller,
  eventId: E,
  meta: AuditMeta<E>,
  act: () => Promise<T>,
): Promise<T> {
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
