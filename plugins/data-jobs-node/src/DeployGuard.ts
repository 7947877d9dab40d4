import {
  BackstageCredentials,
  createExtensionPoint,
} from '@backstage/backend-plugin-api';
import { JobSpec } from '@datalark/backstage-plugin-data-jobs-common';

/** A deployment that somebody asks for. @public */
export type DeployRequest = {
  /** Of who asks. */
  credentials: BackstageCredentials;
  entityRef: string;
  environment: string;
  /** The version that was deployed last; absent: none. */
  before?: JobSpec;
  /** The version that would be deployed. */
  after: JobSpec;
  /** Why, as who asks has put it. */
  reason?: string;
};

/**
 * Has a say before a person, an agent or a service deploys a version or rolls
 * back to one. Not asked for what Git deploys (`dataJobs.autoDeploy`): that was
 * reviewed in Git.
 *
 * @public
 */
export interface DeployGuard {
  /**
   * Why it must not be; an empty list: it may. An error it rejects with refuses
   * the deployment, too.
   */
  objections(request: DeployRequest): Promise<string[]>;
}

/** Where deploy guards register. @public */
export interface DeployGuardsExtensionPoint {
  addGuard(guard: DeployGuard): void;
}

/** Extension point `data-jobs.deploy-guards`. @public */
export const deployGuardsExtensionPoint =
  createExtensionPoint<DeployGuardsExtensionPoint>({
    id: 'data-jobs.deploy-guards',
  });
