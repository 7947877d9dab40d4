import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { registerChangeActions } from './changeActions';
import { registerGraphActions } from './graphActions';
import { registerImpactActions } from './impactActions';
import { LineageServices } from './LineageServices';

/**
 * Registers every action: each is a template step, an MCP tool and a command,
 * and asks for the same permissions as the page.
 */
export function registerActions(
  registry: ActionsRegistryService,
  services: LineageServices,
): void {
  registerGraphActions(registry, services);
  registerImpactActions(registry, services);
  registerChangeActions(registry, services);
}
