import type { Router } from 'express';
import { callerOf, deploymentRefOf, RouterDeps } from './RouterDeps';

/** When batch jobs run by themselves. */
export function addScheduleRoutes(router: Router, deps: RouterDeps): void {
  const { schedules } = deps;

  router.get('/jobs/:namespace/:name/schedule', async (req, res) => {
    const caller = await callerOf(deps, req);
    const { count } = req.query as any;
    res.json(
      await schedules.status(caller, { ...deploymentRefOf(req), count }),
    );
  });

  router.get('/schedule-preview', async (req, res) => {
    await callerOf(deps, req);
    const { cron, timezone, count } = req.query as any;
    res.json(schedules.preview({ cron, timezone }, count));
  });
}
