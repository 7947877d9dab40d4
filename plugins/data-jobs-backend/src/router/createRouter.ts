import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { Router } from 'express';
import { openapi } from '../schema/openapi';
import { addAlertRoutes } from './alertRoutes';
import { addBulkRoutes } from './bulkRoutes';
import { addAdoptRoutes } from './adoptRoutes';
import { addEngineRoutes } from './engineRoutes';
import { addInsightRoutes } from './insightRoutes';
import { addJobRoutes } from './jobRoutes';
import { jsonBody } from './jsonBody';
import { addMetricRoutes } from './metricRoutes';
import { addOperationRoutes } from './operationRoutes';
import { addPortalEntityRoutes } from './portalEntityRoutes';
import { addScheduleRoutes } from './scheduleRoutes';
import { addResolutionRoutes } from './resolutionRoutes';
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
  addBulkRoutes(router, deps);
  addOperationRoutes(router, deps);
  addInsightRoutes(router, deps);
  addMetricRoutes(router, deps);
  addAlertRoutes(router, deps);
  addEngineRoutes(router, deps);
  addPortalEntityRoutes(router, deps);
  addScheduleRoutes(router, deps);
  addAdoptRoutes(router, deps);
  addResolutionRoutes(router, deps);
  return router;
}
