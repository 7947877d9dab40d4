import type { Router } from 'express';
import { QUESTIONS } from '../service/InsightService';
import { callerOf, deploymentRefOf, RouterDeps } from './RouterDeps';

/** What engines tell about runs. */
export function addInsightRoutes(router: Router, deps: RouterDeps): void {
  const { insights } = deps;
  for (const question of QUESTIONS) {
    router.get(`/jobs/:namespace/:name/${question}`, async (req, res) => {
      const caller = await callerOf(deps, req);
      res.json(await insights.ask(caller, deploymentRefOf(req), question));
    });
  }

  router.get('/jobs/:namespace/:name/log', async (req, res) => {
    const caller = await callerOf(deps, req);
    const { source, cursor } = req.query as Record<string, any>;
    const ref = deploymentRefOf(req);
    res.json(await insights.log(caller, { ...ref, source, cursor }));
  });

  router.get('/jobs/:namespace/:name/log-sources', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await insights.logSources(caller, deploymentRefOf(req)));
  });

  router.get('/jobs/:namespace/:name/exception-groups', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await insights.exceptionGroups(caller, deploymentRefOf(req)));
  });

  router.get('/jobs/:namespace/:name/snapshots', async (req, res) => {
    const caller = await callerOf(deps, req);
    res.json(await insights.snapshots(caller, deploymentRefOf(req)));
  });
}
