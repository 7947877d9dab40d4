import { AuthService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { JobSpec } from '@datalark/backstage-plugin-data-jobs-common';
import {
  DeployGuard,
  DeployRequest,
} from '@datalark/backstage-plugin-data-jobs-node';
import { DataLineageApi } from '@datalark/backstage-plugin-data-lineage-common';

/** Objects to deployments that need review and do not have it. */
export class LineageGuard implements DeployGuard {
  constructor(
    private readonly deps: {
      auth: AuthService;
      lineage: Pick<DataLineageApi, 'previewChange'>;
    },
  ) {}

  async objections(request: DeployRequest): Promise<string[]> {
    const { before, after, environment, entityRef, reason } = request;
    // A first deployment takes nothing away.
    if (!before) return [];
    const review = await this.#review(request, {
      entityRef,
      ...definitionIn(after, environment),
      before: definitionIn(before, environment),
    });
    if (!review?.required) return [];
    return review.reasonSuffices && reason?.trim() ? [] : review.reasons;
  }

  async #review(
    { credentials }: DeployRequest,
    change: Parameters<DataLineageApi['previewChange']>[0],
  ) {
    const { auth, lineage } = this.deps;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'data-lineage',
    });
    try {
      return (await lineage.previewChange(change, { token })).review;
    } catch (error) {
      const { name, message } = error as Error;
      // A portal without data-lineage has no rules to keep.
      if (name === 'NotFoundError' || isNotFound(error)) return undefined;
      throw new ServiceUnavailableError(
        `Whether others depend on what changes could not be found out, so nothing was deployed; try again. ${message}`,
      );
    }
  }
}

function isNotFound(error: unknown): boolean {
  return (error as { statusCode?: number }).statusCode === 404;
}

function definitionIn(spec: JobSpec, environment: string) {
  return {
    definition: { ...(spec.definition as object), type: spec.type },
    variables: {
      ...spec.variables,
      ...spec.environments?.[environment]?.variables,
    },
  };
}
