import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ControlPlane } from '../ControlPlane';
import { registerReadActions } from './readActions';
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
  registerWriteActions(registry, services);
  registerVerbActions(registry, services);
}
