import type { Router } from 'express';
import { callerOf, refOf, RouterDeps } from './RouterDeps';

/** Jobs as environments run them, and what differs. */
export function addResolutionRoutes(router: Router, deps: RouterDeps): void {
  const { resolutions } = deps;

  router.get('/jobs/:namespace/:name/resolved', async (req, res) => {
    const caller = await callerOf(deps, req);
    const { environment, version } = req.query as any;
    res.json(
      await resolutions.resolve(caller, refOf(req), { environment, version }),
    );
  });

  router.get('/jobs/:namespace/:name/comparison', async (req, res) => {
    const caller = await callerOf(deps, req);
    const { from, fromVersion, to, toVersion } = req.query as any;
    res.json(
      await resolutions.compare(
        caller,
        refOf(req),
        { environment: from, version: fromVersion },
        { environment: to, version: toVersion },
      ),
    );
  });
}
