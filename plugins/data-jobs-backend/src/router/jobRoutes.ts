import { JobQuery } from '@datalark/backstage-plugin-data-jobs-common';
import type { Router } from 'express';
import { callerOf, deploymentRefOf, refOf, RouterDeps } from './RouterDeps';

/** Jobs, their versions and runs. */
export function addJobRoutes(router: Router, deps: RouterDeps): void {
  const { jobs } = deps;

  router.get('/jobs', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await jobs.list(caller, req.query as JobQuery));
  });

  router.get('/job-facets', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await jobs.facets(caller));
  });

  router.post('/jobs', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.status(201).json(await jobs.register(caller, req.body));
  });

  router.post('/validate', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json({ problems: await jobs.validate(caller, req.body) });
  });

  router.get('/jobs/:namespace/:name', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await jobs.get(caller, refOf(req)));
  });

  router.put('/jobs/:namespace/:name', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await jobs.update(caller, refOf(req), req.body));
  });

  router.get('/jobs/:namespace/:name/entity.yaml', async (req, res) => {
    const caller = await callerOf(deps, req);
    const yaml = await jobs.exportYaml(caller, refOf(req));
    res.type('text/yaml').send(yaml);
  });

  router.post('/jobs/:namespace/:name/hand-over', async (req, res) => {
    const caller = await callerOf(deps, req);
    const { toGit = true } = req.body;
    res.json(await jobs.handOver(caller, refOf(req), toGit));
  });

  router.get('/jobs/:namespace/:name/versions', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json({ items: await jobs.versions(caller, refOf(req)) });
  });

  router.get('/jobs/:namespace/:name/runs', async (req, res) => {
    const caller = await callerOf(deps, req);
    const { limit } = req.query as any;
    res.json({
      items: await jobs.runs(caller, {
        ...deploymentRefOf(req),
        limit,
      }),
    });
  });
}
