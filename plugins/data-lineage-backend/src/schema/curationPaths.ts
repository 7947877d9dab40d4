import {
  body,
  items,
  json,
  object,
  one,
  operation,
  text,
} from './openapiParts';

const name = {
  type: 'object',
  required: ['namespace', 'name'],
  additionalProperties: false,
  properties: {
    namespace: { ...text, maxLength: 4_000 },
    name: { ...text, minLength: 1, maxLength: 4_000 },
  },
};

/** Paths of what people put right. */
export const curationPaths = {
  '/aliases': {
    get: operation('listAliases', 'Aliases, newest first', {
      responses: { '200': json(items, 'Aliases') },
    }),
    post: operation('addAlias', 'Says that a name means another dataset', {
      requestBody: body({
        type: 'object',
        required: ['name', 'target'],
        additionalProperties: false,
        properties: { name, target: name },
      }),
      responses: { '201': json(object, 'The alias') },
    }),
    delete: operation('removeAlias', 'Takes an alias back', {
      parameters: [
        one('namespace', { ...text, maxLength: 4_000 }),
        one('name', { ...text, minLength: 1, maxLength: 4_000 }, true),
      ],
      responses: { '204': { description: 'Gone' } },
    }),
  },
  '/events': {
    get: operation('listEvents', 'Raw events, newest first', {
      parameters: [
        one('limit', { type: 'integer', minimum: 1, maximum: 500 }),
        one('cursor', { type: 'integer', minimum: 1 }),
      ],
      responses: { '200': json(items, 'One page') },
    }),
  },
  '/rebuild': {
    post: operation('rebuild', 'Makes the graph anew of the raw events', {
      responses: {
        '202': json(object, '`pending`: events that are on their way'),
      },
    }),
  },
};
