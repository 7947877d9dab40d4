import type { Router } from 'express';
import { callerOf, deploymentRefOf, RouterDeps } from './RouterDeps';

/** What was measured of jobs over time. */
export function addMetricRoutes(router: Router, deps: RouterDeps): void {
  router.get('/jobs/:namespace/:name/metrics/history', async (req, res) => {
    const caller = await callerOf(deps, req);
    const { from, to, step } = req.query as Record<string, any>;
    res.json(
      await deps.metricHistory.history(caller, {
        ...deploymentRefOf(req),
        from,
        to,
        step: step === undefined ? undefined : Number(step),
      }),
    );
  });
}
