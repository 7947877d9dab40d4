import type { Router } from 'express';
import { callerOf, refOf, RouterDeps } from './RouterDeps';

/** What was measured of jobs over time. */
export function addMetricRoutes(router: Router, deps: RouterDeps): void {
  router.get('/jobs/:namespace/:name/metrics/history', async (req, res) => {
    const caller = await callerOf(deps, req);
    const { environment, from, to, step } = req.query as Record<string, any>;
    res.json(
      await deps.metricHistory.history(caller, {
        entityRef: refOf(req),
        environment,
        from,
        to,
        step: step === undefined ? undefined : Number(step),
      }),
    );
  });
}
