import { job, json, object, one, operation, text } from './openapiParts';

const environment = (name: string) => one(name, { ...text, maxLength: 63 });
const version = (name: string) => one(name, { type: 'integer', minimum: 1 });

/** Paths of resolved jobs. A version defaults to what runs in the environment. */
export const resolutionPaths = {
  '/jobs/{namespace}/{name}/resolved': {
    get: operation(
      'getResolvedJob',
      'A job as an environment runs it, with where values come from',
      {
        parameters: [...job, environment('environment'), version('version')],
        responses: {
          '200': json(object, 'The resolved job; secrets stay references'),
        },
      },
    ),
  },
  '/jobs/{namespace}/{name}/comparison': {
    get: operation(
      'compareResolvedJobs',
      'What differs between two environments or versions',
      {
        parameters: [
          ...job,
          environment('from'),
          version('fromVersion'),
          environment('to'),
          version('toVersion'),
        ],
        responses: {
          '200': json(object, 'Both resolved jobs and what differs'),
        },
      },
    ),
  },
};
