const NAME = '^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$';

const inPath = (name: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: NAME, maxLength: 63 },
});
const environment = (name: string) => ({
  name,
  in: 'query',
  schema: { type: 'string', maxLength: 63 },
});
const version = (name: string) => ({
  name,
  in: 'query',
  schema: { type: 'integer', minimum: 1 },
});
const answer = (description: string) => ({
  '200': {
    description,
    content: {
      'application/json': {
        schema: { type: 'object', additionalProperties: true },
      },
    },
  },
});

/** Paths of resolved jobs. A version defaults to what runs in the environment. */
export const resolutionPaths = {
  '/jobs/{namespace}/{name}/resolved': {
    get: {
      operationId: 'getResolvedJob',
      summary: 'A job as an environment runs it, with where values come from',
      parameters: [
        inPath('namespace'),
        inPath('name'),
        environment('environment'),
        version('version'),
      ],
      responses: answer('The resolved job; secrets stay references'),
    },
  },
  '/jobs/{namespace}/{name}/comparison': {
    get: {
      operationId: 'compareResolvedJobs',
      summary: 'What differs between two environments or versions',
      parameters: [
        inPath('namespace'),
        inPath('name'),
        environment('from'),
        version('fromVersion'),
        environment('to'),
        version('toVersion'),
      ],
      responses: answer('Both resolved jobs and what differs'),
    },
  },
};
