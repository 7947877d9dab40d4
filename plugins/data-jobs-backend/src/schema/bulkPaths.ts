import {
  BULK_LIMIT,
  BULK_VERBS,
  DESIRED_STATES,
  HEALTH_STATES,
  OBSERVED_STATES,
} from '@datalark/backstage-plugin-data-jobs-common';

const text = { type: 'string', maxLength: 200 };
const flag = { type: 'boolean' };
const list = (values?: readonly string[]) => ({
  type: 'array',
  items: values ? { ...text, enum: [...values] } : text,
});
const answer = (description: string) => ({
  description,
  content: {
    'application/json': {
      schema: { type: 'object', additionalProperties: true },
    },
  },
});
const requestBody = {
  required: true,
  content: {
    'application/json': {
      schema: { $ref: '#/components/schemas/BulkRequest' },
    },
  },
};

/** Paths of the list page: what to filter by, and one verb for many jobs. */
export const bulkPaths = {
  '/job-facets': {
    get: {
      operationId: 'jobFacets',
      summary: 'Values to filter by, with how many jobs have them',
      responses: { '200': answer('By field: `[{ value, count }]`') },
    },
  },
  '/operations/bulk/preview': {
    post: {
      operationId: 'previewBulk',
      summary: 'What a verb would do to each of many jobs; changes nothing',
      requestBody,
      responses: {
        '200': answer('Per job: accepted with its effect, or why not'),
      },
    },
  },
  '/operations/bulk': {
    post: {
      operationId: 'requestBulk',
      summary: `Asks for a verb on up to ${BULK_LIMIT} jobs`,
      requestBody,
      responses: {
        '202': answer('Per job: its operation, or why it was refused'),
      },
    },
  },
  '/operations/bulk/{id}': {
    get: {
      operationId: 'getBulk',
      summary: 'How a bulk request gets on',
      parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
      responses: {
        '200': answer('Per job: its operation, or why it was refused'),
      },
    },
  },
};

/** Schemas of {@link bulkPaths}. */
export const bulkSchemas = {
  BulkRequest: {
    type: 'object',
    required: ['verb'],
    additionalProperties: false,
    properties: {
      verb: { type: 'string', enum: [...BULK_VERBS] },
      acceptStateLoss: flag,
      reason: { type: 'string', maxLength: 2000 },
      params: {
        type: 'object',
        additionalProperties: false,
        properties: { withSavepoint: flag, drain: flag, clean: flag },
      },
      targets: {
        type: 'array',
        minItems: 1,
        maxItems: BULK_LIMIT,
        items: {
          type: 'object',
          required: ['entityRef'],
          additionalProperties: false,
          properties: {
            entityRef: { ...text, minLength: 1 },
            environment: { ...text, maxLength: 63 },
          },
        },
      },
      query: {
        type: 'object',
        additionalProperties: false,
        properties: {
          text,
          mine: flag,
          owner: list(),
          system: list(),
          type: list(),
          engine: list(),
          environment: list(),
          origin: list(['git', 'portal']),
          desired: list(DESIRED_STATES),
          observed: list(OBSERVED_STATES),
          health: list(HEALTH_STATES),
        },
      },
    },
  },
};
