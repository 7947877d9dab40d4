import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ControlPlane } from '../ControlPlane';

/** What actions need. */
export type ActionServices = ControlPlane['services'];

/** Registers every action. */
export function registerActions(
  _registry: ActionsRegistryService,
  _services: ActionServices,
): void {}
