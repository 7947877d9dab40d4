import type { Router } from 'express';
import { receiveJar } from '../jars/receiveJar';
import { callerOf, RouterDeps } from './RouterDeps';

/** Engines, and the jars they run. */
export function addEngineRoutes(router: Router, deps: RouterDeps): void {
  const { engines, jars, jarFiles } = deps;

  router.get('/engines', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json({ items: await engines.list(caller) });
  });

  router.get('/jars', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json({ items: await jars.list(caller) });
  });

  router.post('/jars', async (req, res) => {
    const caller = await callerOf(deps, req);
    const stored = await jars.upload(caller, () =>
      receiveJar(req, res, jarFiles),
    );
    res.status(201).json(stored);
  });
}
