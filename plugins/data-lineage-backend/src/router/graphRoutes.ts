import type { Router } from 'express';
import { callerOf, RouterDeps } from './RouterDeps';

/** Questions for parts of the graph. */
export function addGraphRoutes(router: Router, deps: RouterDeps): void {
  const { graph, search } = deps;

  router.get('/graph', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await graph.graph(caller, req.query as any));
  });

  router.get('/column', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await graph.column(caller, req.query as any));
  });

  router.get('/diff', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await graph.diff(caller, req.query as any));
  });

  router.get('/path', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await graph.path(caller, req.query as any));
  });

  router.get('/search', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await search.search(caller, req.query as any));
  });

  router.get('/nodes', async (req, res) => {
    const caller = await callerOf(deps, req);
    const { entityRef } = req.query as any;
    res.json({ items: await search.nodesOfEntity(caller, entityRef) });
  });
}
