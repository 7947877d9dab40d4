import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ControlPlane } from '../ControlPlane';
import { registerAlertActions } from './alertActions';
import { registerAdoptActions } from './adoptActions';
import { registerMetricActions } from './metricActions';
import { registerBulkAction } from './bulkAction';
import { registerPreviewAction } from './previewAction';
import { registerResolutionActions } from './resolutionActions';
import { registerReadActions } from './readActions';
import { registerScheduleActions } from './scheduleActions';
import { registerVerbActions } from './verbActions';
import { registerWriteActions } from './writeActions';

/** What actions need. */
export type ActionServices = ControlPlane['services'];

/**
 * Registers every action: each is a template step, an MCP tool and a command,
 * and asks for the same permissions as the page.
 */
export function registerActions(
  registry: ActionsRegistryService,
  services: ActionServices,
): void {
  registerReadActions(registry, services);
  registerMetricActions(registry, services);
  registerAlertActions(registry, services);
  registerWriteActions(registry, services);
  registerVerbActions(registry, services);
  registerPreviewAction(registry, services);
  registerResolutionActions(registry, services);
  registerScheduleActions(registry, services);
  registerAdoptActions(registry, services);
  registerBulkAction(registry, services);
}
