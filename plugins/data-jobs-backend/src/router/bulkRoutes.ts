import type { Router } from 'express';
import { callerOf, RouterDeps } from './RouterDeps';

/** One verb for many jobs. */
export function addBulkRoutes(router: Router, deps: RouterDeps): void {
  const { bulk } = deps;

  router.post('/operations/bulk/preview', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await bulk.preview(caller, req.body));
  });

  router.post('/operations/bulk', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.status(202).json(await bulk.request(caller, req.body));
  });

  router.get('/operations/bulk/:id', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await bulk.get(caller, req.params.id));
  });
}
