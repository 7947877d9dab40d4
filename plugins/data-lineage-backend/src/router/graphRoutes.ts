import type { Router } from 'express';
import { callerOf, RouterDeps } from './RouterDeps';

/** Questions for parts of the graph. */
export function addGraphRoutes(router: Router, deps: RouterDeps): void {
  const { graph, search, times, impact, drift, exports, preview, notifier } =
    deps;

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

  router.get('/times', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json({ items: await times.times(caller, req.query as any) });
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

  router.get('/impact', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await impact.impact(caller, req.query as any));
  });

  router.post('/impact/notify', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await notifier.notify(caller, req.body));
  });

  router.post('/preview', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await preview.preview(caller, req.body));
  });

  router.get('/drift', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await drift.list(caller, req.query as any));
  });

  router.get('/drift/:id/entity', async (req, res) => {
    const caller = await callerOf(deps, req);
    const yaml = await drift.entity(caller, req.params.id);
    res.type('text/yaml').send(yaml);
  });

  router.get('/export', async (req, res) => {
    const caller = await callerOf(deps, req);
    const lines = await exports.events(caller, req.query as any);
    res.type('application/x-ndjson').send(lines);
  });
}
