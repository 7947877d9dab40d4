import type { Router } from 'express';
import { callerOf, deploymentRefOf, refOf, RouterDeps } from './RouterDeps';

/** Operations: asked for, listed, read. */
export function addOperationRoutes(router: Router, deps: RouterDeps): void {
  const { operations } = deps;

  router.post('/jobs/:namespace/:name/operations', async (req, res) => {
    const caller = await callerOf(deps, req);
    const operation = await operations.request(caller, {
      ...req.body,
      entityRef: refOf(req),
    });
    res.status(202).json(operation);
  });

  router.post('/jobs/:namespace/:name/operations/preview', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(
      await operations.preview(caller, {
        ...req.body,
        entityRef: refOf(req),
      }),
    );
  });

  router.get('/jobs/:namespace/:name/operations', async (req, res) => {
    const caller = await callerOf(deps, req);
    const { limit } = req.query as any;
    res.json({
      items: await operations.list(caller, { ...deploymentRefOf(req), limit }),
    });
  });

  router.get('/operations/:id', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await operations.get(caller, req.params.id));
  });
}
