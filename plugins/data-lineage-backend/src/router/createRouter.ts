import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import express, { Router } from 'express';
import { openapi } from '../schema/openapi';
import { addCurationRoutes } from './curationRoutes';
import { busyErrors } from './eventBody';
import { addGraphRoutes } from './graphRoutes';
import { ingestRoutes } from './ingestRoutes';
import { RouterDeps } from './RouterDeps';

/** Reads see what was taken before them, unless the graph is this far behind. */
const CATCH_UP_MS = 500;

/** The REST interface; bodies and queries are checked against the OpenAPI document. */
export function createRouter(deps: RouterDeps): Router {
  const router = Router();
  router.use(ingestRoutes(deps));
  router.use(async (_req, _res, next) => {
    await deps.ingest.caughtUp(CATCH_UP_MS);
    next();
  });
  const validated = createValidatedOpenApiRouter(openapi as any, {
    middleware: [express.json({ limit: '1mb' })],
    validatorOptions: {
      fileUploader: false,
      validateRequests: { allErrors: true, allowUnknownQueryParameters: false },
    },
  }) as unknown as Router;
  addGraphRoutes(validated, deps);
  addCurationRoutes(validated, deps);
  router.use(validated);
  router.use(busyErrors);
  return router;
}
