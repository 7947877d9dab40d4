import type { Router } from 'express';
import { StoredJob } from '../database/JobStore';
import { jobEntity } from '../service/jobEntity';
import { RouterDeps } from './RouterDeps';

const PAGE = 500;

/** Portal-owned jobs as entities, for the catalog's provider only. */
export function addPortalEntityRoutes(router: Router, deps: RouterDeps): void {
  const { httpAuth, stores } = deps;

  router.get('/portal-entities', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    const { after, entityRef } = req.query as Record<string, string>;
    if (entityRef) {
      const job = await stores.jobs.get(entityRef);
      const owned = job?.origin === 'portal' ? [job] : [];
      res.json({ items: owned.map(projected) });
      return;
    }
    const page = await stores.jobs.portalPage({ after, limit: PAGE });
    res.json({
      items: page.map(projected),
      ...(page.length === PAGE && { next: page.at(-1)!.entityRef }),
    });
  });
}

function projected(job: StoredJob) {
  return jobEntity(job, {
    portal: true,
    handedOver: job.handedOverAt !== undefined,
  });
}
