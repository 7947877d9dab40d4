import { body, flag, job, json, object, one, operation } from './openapiParts';

const words = { type: 'string', minLength: 1, maxLength: 300 };

/** Paths of jobs that run on engines and that nobody declared. */
export const adoptPaths = {
  '/unmanaged-jobs': {
    get: operation(
      'listUnmanagedJobs',
      'Jobs that run on engines and are nobody’s',
      {
        parameters: [one('engine', words)],
        responses: { '200': json(object, '`items`') },
      },
    ),
  },
  '/jobs/{namespace}/{name}/hand-over': {
    post: operation(
      'handOverJob',
      'Lets Git take a portal-owned job over, or no longer',
      {
        parameters: job,
        requestBody: body({
          type: 'object',
          additionalProperties: false,
          properties: { toGit: { ...flag, default: true } },
        }),
        responses: { '200': json(object, 'The job') },
      },
    ),
  },
  '/unmanaged-jobs/adopt': {
    post: operation(
      'adoptJob',
      'Takes one of them on, as a new job or as the run of a declared one',
      {
        requestBody: body({
          type: 'object',
          required: ['engine', 'engineJobId'],
          additionalProperties: false,
          properties: {
            engine: words,
            engineJobId: words,
            entityRef: words,
            environment: words,
            name: words,
            namespace: words,
            title: words,
            owner: words,
            processing: { type: 'string', enum: ['streaming', 'batch'] },
          },
        }),
        responses: { '201': json(object, 'The job') },
      },
    ),
  },
};
