import { InputError } from '@backstage/errors';
import { nameOf } from '@datalark/backstage-plugin-data-entities-node';
import {
  BatchAnswer,
  lineageIngestPermission,
} from '@datalark/backstage-plugin-data-lineage-common';
import { RequestHandler, Router } from 'express';
import { DATA_JOBS } from '../derive/scopeSource';
import { answerError, busyErrors, eventBody } from './eventBody';
import { callerOf, RouterDeps } from './RouterDeps';

/** The back end that tells how runs are. */
const CONTROL_PLANE = 'service:plugin:data-jobs';

/**
 * The door for events. Its bodies are checked by `readEvent`, which takes what
 * producers really send, and not by the validator of the other routes.
 */
export function ingestRoutes(deps: RouterDeps): Router {
  const { limits } = deps;
  const router = Router();
  const route = (handle: RequestHandler): RequestHandler => {
    return (req, res, next) =>
      Promise.resolve(handle(req, res, next)).catch(next);
  };

  // Before the body, which may be large, is read.
  const mayIngest = route(async (req, _res, next) => {
    const caller = await callerOf(deps, req);
    await deps.authorizer.require(caller, lineageIngestPermission);
    next();
  });

  router.post(
    '/v1/lineage',
    mayIngest,
    eventBody(limits.eventBytes),
    route(async (req, res) => {
      if (Array.isArray(req.body)) {
        throw new InputError(
          '/: This is an array; send arrays to /v1/lineage/batch, and one event here.',
        );
      }
      const answer = await take(deps, req, [req.body]);
      const [failed] = answer.failed_events;
      if (!failed) {
        res.status(201).json({ status: 'success' });
        return;
      }
      answerError(res, 400, { name: 'InputError', message: failed.reason });
    }),
  );

  router.post(
    '/v1/lineage/batch',
    mayIngest,
    eventBody(limits.requestBytes),
    route(async (req, res) => {
      if (!Array.isArray(req.body)) {
        throw new InputError(
          '/: This is no array; send an array of events here, and one event to /v1/lineage.',
        );
      }
      if (req.body.length > limits.batchEvents) {
        answerError(res, 413, {
          name: 'PayloadTooLargeError',
          message: `There are ${req.body.length} events in the request, and at most ${limits.batchEvents} are taken. Send them in several.`,
          limit: limits.batchEvents,
        });
        return;
      }
      res.json(await take(deps, req, req.body));
    }),
  );

  router.use(busyErrors);
  return router;
}

async function take(
  deps: RouterDeps,
  req: Parameters<RequestHandler>[0],
  events: unknown[],
): Promise<BatchAnswer> {
  const caller = await callerOf(deps, req);
  // Not in the audit log: each event is kept as it came, with who sent it.
  const sentBy = nameOf(caller);
  return deps.ingest.ingest(events, {
    source: sentBy === CONTROL_PLANE ? DATA_JOBS : 'http',
    sentBy,
  });
}
