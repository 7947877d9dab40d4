import { resolve } from 'node:path';
import { describeAuditEvents } from '@datalark/backend-test-kit';
import { AUDIT_SEVERITY } from '@datalark/backstage-plugin-data-entities-node';
import { AUDIT_EVENTS } from '../service/auditEvents';

describeAuditEvents({
  src: resolve(__dirname, '..'),
  events: AUDIT_EVENTS,
  severity: AUDIT_SEVERITY,
});
