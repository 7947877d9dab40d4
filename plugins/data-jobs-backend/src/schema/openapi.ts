import {
  DESIRED_STATES,
  HEALTH_STATES,
  JOB_SORT_KEYS,
  OBSERVED_STATES,
  VERBS,
} from '@datalark/backstage-plugin-data-jobs-common';
import { alertPaths } from './alertPaths';
import { adoptPaths } from './adoptPaths';
import { bulkPaths, bulkSchemas } from './bulkPaths';
import { metricPaths } from './metricPaths';
import {
  body,
  environment,
  flag,
  inPath,
  items,
  job,
  json,
  limit,
  name,
  named,
  object,
  one,
  operation,
  several,
  text,
} from './openapiParts';
import { resolutionPaths } from './resolutionPaths';
import { schedulePaths } from './schedulePaths';

const insight = (what: string, summary: string) => ({
  [`/jobs/{namespace}/{name}/${what}`]: {
    get: operation(`get_${what.replace('-', '_')}`, summary, {
      parameters: [...job, environment],
      responses: {
        '200': json(
          object,
          '`status` `ok` with `value`, or `unavailable` with `reason`',
        ),
      },
    }),
  },
});

/** The REST interface, as OpenAPI 3.1; served at `/api/data-jobs/openapi.json`. */
export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'data-jobs',
    version: '1',
    description:
      'Define, deploy and operate data jobs. Errors have the shape of Backstage: `{ error: { name, message } }`.',
    license: { name: 'Apache-2.0' },
    contact: {},
  },
  servers: [{ url: '/' }],
  paths: {
    '/jobs': {
      get: operation('listJobs', 'Jobs, one row per job and environment', {
        parameters: [
          // Browsers leave a star as it is.
          { ...one('text', { ...text, maxLength: 200 }), allowReserved: true },
          one('mine', flag),
          several('owner'),
          several('system'),
          several('type'),
          several('engine'),
          several('environment'),
          several('origin', ['git', 'portal']),
          several('desired', DESIRED_STATES),
          several('observed', OBSERVED_STATES),
          several('health', HEALTH_STATES),
          one('sort', { ...text, enum: [...JOB_SORT_KEYS] }),
          one('order', { ...text, enum: ['asc', 'desc'] }),
          limit,
          one('offset', { type: 'integer', minimum: 0 }),
        ],
        responses: {
          '200': json(
            {
              ...items(),
              properties: {
                items: { type: 'array', items: object },
                totalItems: { type: 'integer' },
              },
            },
            'One page',
          ),
        },
      }),
      post: operation('registerJob', 'Registers a portal-owned job', {
        requestBody: body(named('NewJob')),
        responses: { '201': json(object, 'The job and its operation') },
      }),
    },
    ...bulkPaths,
    '/jobs/{namespace}/{name}': {
      get: operation('getJob', 'One job', {
        parameters: job,
        responses: { '200': json(object, 'The job') },
      }),
      put: operation('updateJob', 'Writes a new version', {
        parameters: job,
        requestBody: body(named('ChangedJob')),
        responses: { '200': json(object, 'The job and its operation') },
      }),
    },
    '/jobs/{namespace}/{name}/entity.yaml': {
      get: operation('exportJob', 'The job as catalog YAML', {
        parameters: job,
        responses: {
          '200': {
            description: 'YAML',
            content: { 'text/yaml': { schema: text } },
          },
        },
      }),
    },
    '/jobs/{namespace}/{name}/versions': {
      get: operation('listVersions', 'All versions, newest first', {
        parameters: job,
        responses: { '200': json(items(), 'Versions') },
      }),
    },
    '/jobs/{namespace}/{name}/operations': {
      get: operation('listOperations', 'Operations, newest first', {
        parameters: [...job, environment, limit],
        responses: { '200': json(items(), 'Operations') },
      }),
      post: operation('requestOperation', 'Asks for a verb', {
        parameters: job,
        requestBody: body(named('OperationRequest')),
        responses: { '202': json(object, 'The record of the operation') },
      }),
    },
    '/jobs/{namespace}/{name}/operations/preview': {
      post: operation(
        'previewOperation',
        'What a verb would do, without doing it',
        {
          parameters: job,
          requestBody: body(named('PreviewRequest')),
          responses: { '200': json(object, 'The preview') },
        },
      ),
    },
    '/jobs/{namespace}/{name}/runs': {
      get: operation('listRuns', 'Runs, newest first', {
        parameters: [...job, environment, limit],
        responses: { '200': json(items(), 'Runs') },
      }),
    },
    ...insight('snapshots', 'Snapshots that can be restored from'),
    ...insight('exceptions', 'Failures of the present run'),
    ...insight('checkpoints', 'How checkpoints get on'),
    ...insight('metrics', 'Numbers of the present run'),
    ...metricPaths,
    ...alertPaths,
    ...insight('log-sources', 'The logs that can be read'),
    ...insight(
      'exception-groups',
      'Failures of all runs, alike ones together with the first and the last',
    ),
    ...insight('plan', 'The job graph'),
    '/operations/{id}': {
      get: operation('getOperation', 'One operation', {
        parameters: [inPath('id')],
        responses: { '200': json(object, 'The operation') },
      }),
    },
    ...schedulePaths,
    ...adoptPaths,
    ...resolutionPaths,
    '/validate': {
      post: operation('validateJob', 'Checks a job, creating nothing', {
        requestBody: body(named('JobInput')),
        responses: { '200': json(object, 'Problems') },
      }),
    },
    '/engines': {
      get: operation('listEngines', 'Engines and how they are', {
        responses: { '200': json(items(), 'Engines') },
      }),
    },
    '/jars': {
      get: operation('listJars', 'Uploaded jars', {
        responses: { '200': json(items(), 'Jars') },
      }),
      post: operation('uploadJar', 'Uploads a jar of at most 512 MiB', {
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                properties: { jarfile: { ...text, format: 'binary' } },
              },
            },
          },
        },
        responses: { '201': json(object, 'The jar; `ref` names it in jobs') },
      }),
    },
    '/portal-entities': {
      get: operation(
        'listPortalEntities',
        'Entities of portal-owned jobs, for the catalog; services only',
        {
          parameters: [
            one('after', { ...text, maxLength: 200 }),
            one('entityRef', { ...text, maxLength: 200 }),
          ],
          responses: {
            '200': json(items(), 'A page; `next` names the next one'),
          },
        },
      ),
    },
  },
  components: {
    schemas: {
      ...bulkSchemas,
      JobInput: {
        type: 'object',
        required: ['name', 'spec'],
        additionalProperties: false,
        properties: jobProperties(),
      },
      NewJob: {
        type: 'object',
        required: ['name', 'spec'],
        additionalProperties: false,
        properties: { ...jobProperties(), deploy: flag },
      },
      ChangedJob: {
        type: 'object',
        required: ['spec'],
        additionalProperties: false,
        properties: { ...contentProperties(), deploy: flag },
      },
      OperationRequest: {
        type: 'object',
        required: ['verb'],
        additionalProperties: false,
        properties: {
          environment: name,
          verb: { ...text, enum: [...VERBS] },
          reason: { ...text, maxLength: 2000 },
          confirm: { ...text, maxLength: 200 },
          params: named('OperationParams'),
        },
      },
      PreviewRequest: {
        type: 'object',
        required: ['verb'],
        additionalProperties: false,
        properties: {
          environment: name,
          verb: { ...text, enum: [...VERBS] },
          params: named('OperationParams'),
        },
      },
      OperationParams: {
        type: 'object',
        additionalProperties: false,
        properties: {
          version: { type: 'integer', minimum: 1 },
          withSavepoint: flag,
          drain: flag,
          snapshot: { ...text, minLength: 1, maxLength: 1000 },
          allowNonRestoredState: flag,
          clean: flag,
          acceptRisk: flag,
          promoteFrom: name,
        },
      },
    },
  },
};

function contentProperties() {
  return {
    title: { type: 'string', maxLength: 300 },
    description: { type: 'string', maxLength: 10_000 },
    spec: { type: 'object', additionalProperties: true },
    message: { type: 'string', maxLength: 2000 },
  };
}

function jobProperties() {
  return {
    name: { type: 'string', minLength: 1, maxLength: 63 },
    namespace: { type: 'string', minLength: 1, maxLength: 63 },
    ...contentProperties(),
  };
}
