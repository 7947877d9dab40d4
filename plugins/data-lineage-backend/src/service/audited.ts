import {
  auditChange,
  Audited,
} from '@datalark/backstage-plugin-data-entities-node';
import { AUDIT_EVENTS } from './auditEvents';

/** Does something that changes something, and says so in the audit log. */
export const audited: Audited<typeof AUDIT_EVENTS> = auditChange;
