import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { Router } from 'express';
import { openapi } from '../schema/openapi';
import { addEngineRoutes } from './engineRoutes';
import { addInsightRoutes } from './insightRoutes';
import { addJobRoutes } from './jobRoutes';
import { jsonBody } from './jsonBody';
import { addOperationRoutes } from './operationRoutes';
import { addPortalEntityRoutes } from './portalEntityRoutes';
import { RouterDeps } from './RouterDeps';

/** The REST interface; bodies and queries are checked against the OpenAPI document. */
export function createRouter(deps: RouterDeps): Router {
  const router = createValidatedOpenApiRouter(openapi as any, {
    middleware: [jsonBody()],
    validatorOptions: {
      fileUploader: false,
      validateRequests: { allErrors: true, allowUnknownQueryParameters: false },
    },
  }) as unknown as Router;
  addJobRoutes(router, deps);
  addOperationRoutes(router, deps);
  addInsightRoutes(router, deps);
  addEngineRoutes(router, deps);
  addPortalEntityRoutes(router, deps);
  return router;
}
