import type { Router } from 'express';
import { Question } from '../service/InsightService';
import { callerOf, refOf, RouterDeps } from './RouterDeps';

const QUESTIONS: Question[] = ['exceptions', 'checkpoints', 'metrics', 'plan'];

/** What engines tell about runs. */
export function addInsightRoutes(router: Router, deps: RouterDeps): void {
  const { insights } = deps;
  for (const question of QUESTIONS) {
    router.get(`/jobs/:namespace/:name/${question}`, async (req, res) => {
      const caller = await callerOf(deps, req);
      const ref = {
        entityRef: refOf(req),
        environment: req.query.environment as string | undefined,
      };
      res.json(await insights.ask(caller, ref, question));
    });
  }

  router.get('/jobs/:namespace/:name/log', async (req, res) => {
    const caller = await callerOf(deps, req);
    const { environment, source, cursor } = req.query as Record<string, any>;
    const entityRef = refOf(req);
    res.json(
      await insights.log(caller, { entityRef, environment, source, cursor }),
    );
  });

  router.get('/jobs/:namespace/:name/log-sources', async (req, res) => {
    const caller = await callerOf(deps, req);
    const environment = req.query.environment as string | undefined;
    const entityRef = refOf(req);
    res.json(await insights.logSources(caller, { entityRef, environment }));
  });

  router.get('/jobs/:namespace/:name/exception-groups', async (req, res) => {
    const caller = await callerOf(deps, req);
    const environment = req.query.environment as string | undefined;
    const entityRef = refOf(req);
    res.json(
      await insights.exceptionGroups(caller, { entityRef, environment }),
    );
  });

  router.get('/jobs/:namespace/:name/snapshots', async (req, res) => {
    const caller = await callerOf(deps, req);
    const ref = {
      entityRef: refOf(req),
      environment: req.query.environment as string | undefined,
    };
    res.json(await insights.snapshots(caller, ref));
  });
}
