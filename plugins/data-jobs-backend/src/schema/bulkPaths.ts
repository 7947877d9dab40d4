import {
  BULK_LIMIT,
  BULK_VERBS,
  DESIRED_STATES,
  HEALTH_STATES,
  OBSERVED_STATES,
} from '@datalark/backstage-plugin-data-jobs-common';

import {
  body,
  flag,
  inPath,
  json,
  list,
  named,
  object,
  operation,
  text,
} from './openapiParts';

const word = { ...text, maxLength: 200 };
const words = (values?: readonly string[]) => list(values, word);
const requestBody = body(named('BulkRequest'));

/** Paths of the list page: what to filter by, and one verb for many jobs. */
export const bulkPaths = {
  '/job-facets': {
    get: operation(
      'jobFacets',
      'Values to filter by, with how many jobs have them',
      {
        responses: { '200': json(object, 'By field: `[{ value, count }]`') },
      },
    ),
  },
  '/operations/bulk/preview': {
    post: operation(
      'previewBulk',
      'What a verb would do to each of many jobs; changes nothing',
      {
        requestBody,
        responses: {
          '200': json(object, 'Per job: accepted with its effect, or why not'),
        },
      },
    ),
  },
  '/operations/bulk': {
    post: operation(
      'requestBulk',
      `Asks for a verb on up to ${BULK_LIMIT} jobs`,
      {
        requestBody,
        responses: {
          '202': json(object, 'Per job: its operation, or why it was refused'),
        },
      },
    ),
  },
  '/operations/bulk/{id}': {
    get: operation('getBulk', 'How a bulk request gets on', {
      parameters: [inPath('id', word)],
      responses: {
        '200': json(object, 'Per job: its operation, or why it was refused'),
      },
    }),
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
            entityRef: { ...word, minLength: 1 },
            environment: { ...word, maxLength: 63 },
          },
        },
      },
      query: {
        type: 'object',
        additionalProperties: false,
        properties: {
          text: word,
          mine: flag,
          owner: words(),
          system: words(),
          type: words(),
          engine: words(),
          environment: words(),
          origin: words(['git', 'portal']),
          desired: words(DESIRED_STATES),
          observed: words(OBSERVED_STATES),
          health: words(HEALTH_STATES),
        },
      },
    },
  },
};
