import type { Router } from 'express';
import { callerOf, RouterDeps } from './RouterDeps';

/** Jobs that run on engines and that nobody declared. */
export function addAdoptRoutes(router: Router, deps: RouterDeps): void {
  const { adopt } = deps;

  router.get('/unmanaged-jobs', async (req, res) => {
    const caller = await callerOf(deps, req);
    const { engine } = req.query as { engine?: string };
    res.json({ items: await adopt.list(caller, engine) });
  });

  router.post('/unmanaged-jobs/adopt', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.status(201).json(await adopt.adopt(caller, req.body));
  });
}
