import type { Router } from 'express';
import { callerOf, RouterDeps } from './RouterDeps';

/** Aliases, and the graph made anew. */
export function addCurationRoutes(router: Router, deps: RouterDeps): void {
  const { curation } = deps;

  router.get('/aliases', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json({ items: await curation.aliases(caller) });
  });

  router.post('/aliases', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.status(201).json(await curation.addAlias(caller, req.body));
  });

  router.delete('/aliases', async (req, res) => {
    const caller = await callerOf(deps, req);
    const { namespace = '', name } = req.query as any;
    await curation.removeAlias(caller, { namespace, name });
    res.status(204).end();
  });

  router.get('/events', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await curation.events(caller, req.query as any));
  });

  router.post('/rebuild', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.status(202).json(await curation.rebuild(caller));
  });
}
