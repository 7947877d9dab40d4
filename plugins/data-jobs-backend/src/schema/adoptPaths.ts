const text = { type: 'string', minLength: 1, maxLength: 300 };
const answer = (description: string) => ({
  description,
  content: {
    'application/json': {
      schema: { type: 'object', additionalProperties: true },
    },
  },
});

/** Paths of jobs that run on engines and that nobody declared. */
export const adoptPaths = {
  '/unmanaged-jobs': {
    get: {
      operationId: 'listUnmanagedJobs',
      summary: 'Jobs that run on engines and are nobody’s',
      parameters: [{ name: 'engine', in: 'query', schema: text }],
      responses: { '200': answer('`items`') },
    },
  },
  '/jobs/{namespace}/{name}/hand-over': {
    post: {
      operationId: 'handOverJob',
      summary: 'Lets Git take a portal-owned job over, or no longer',
      parameters: ['namespace', 'name'].map(name => ({
        name,
        in: 'path',
        required: true,
        schema: { ...text, maxLength: 63 },
      })),
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              additionalProperties: false,
              properties: { toGit: { type: 'boolean', default: true } },
            },
          },
        },
      },
      responses: { '200': answer('The job') },
    },
  },
  '/unmanaged-jobs/adopt': {
    post: {
      operationId: 'adoptJob',
      summary:
        'Takes one of them on, as a new job or as the run of a declared one',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['engine', 'engineJobId'],
              additionalProperties: false,
              properties: {
                engine: text,
                engineJobId: text,
                entityRef: text,
                environment: text,
                name: text,
                namespace: text,
                title: text,
                owner: text,
                processing: { type: 'string', enum: ['streaming', 'batch'] },
              },
            },
          },
        },
      },
      responses: { '201': answer('The job') },
    },
  },
};
