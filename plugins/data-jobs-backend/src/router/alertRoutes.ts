import type { Router } from 'express';
import { callerOf, deploymentRefOf, RouterDeps } from './RouterDeps';

/** What the owners of jobs are told of. */
export function addAlertRoutes(router: Router, deps: RouterDeps): void {
  router.get('/jobs/:namespace/:name/alerts', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await deps.alerts.ofJob(caller, deploymentRefOf(req)));
  });
}
