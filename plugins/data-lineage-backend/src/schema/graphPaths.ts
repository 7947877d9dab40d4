import {
  DriftKind,
  ORIGINS,
} from '@datalark/backstage-plugin-data-lineage-common';
import {
  body,
  id,
  items,
  json,
  object,
  one,
  operation,
  several,
  text,
  time,
} from './openapiParts';

const DRIFT_KINDS: readonly DriftKind[] = [
  'declared-not-observed',
  'observed-not-declared',
  'inferred-not-observed',
  'observed-not-inferred',
];

const direction = one('direction', {
  ...text,
  enum: ['upstream', 'downstream', 'both'],
});
const depth = one('depth', { type: 'integer', minimum: 0 });
const level = one('level', { ...text, enum: ['table', 'column'] });
const origins = several('origins', { ...text, enum: [...ORIGINS] });
const asOf = one('asOf', time);
const limit = one('limit', { type: 'integer', minimum: 1 });
const nodes = several('nodes', id, true);
const graph = (description: string) => ({
  '200': json(object, description),
});

const partOfGraph = [nodes, direction, depth, level, origins, asOf, limit];

/** Paths of questions. */
export const graphPaths = {
  '/graph': {
    get: operation('getGraph', 'Part of the graph', {
      parameters: partOfGraph,
      responses: graph('Nodes and edges; the roots first'),
    }),
  },
  '/column': {
    get: operation('getColumn', 'The whole path of one column', {
      parameters: [
        one('node', id, true),
        one('column', { ...text, minLength: 1, maxLength: 500 }, true),
        direction,
        depth,
        origins,
        asOf,
        limit,
      ],
      responses: graph('Nodes, edges and links between columns'),
    }),
  },
  '/diff': {
    get: operation('getDiff', 'Part of the graph at two times', {
      parameters: [
        nodes,
        one('from', time, true),
        one('to', time, true),
        direction,
        depth,
        level,
        origins,
        limit,
      ],
      responses: graph('Edges and links say what became of them'),
    }),
  },
  '/times': {
    get: operation('getTimes', 'When something changed around nodes', {
      parameters: [nodes, depth],
      responses: {
        '200': json(
          {
            type: 'object',
            required: ['items'],
            properties: { items: { type: 'array', items: time } },
          },
          'In order; the newest five hundred',
        ),
      },
    }),
  },
  '/path': {
    get: operation('getPath', 'Shortest ways from a node to another', {
      parameters: [one('from', id, true), one('to', id, true), asOf],
      responses: graph('No nodes when there is no way'),
    }),
  },
  '/search': {
    get: operation('search', 'Datasets, jobs and columns by name', {
      parameters: [
        one('text', { ...text, maxLength: 500 }),
        one('type', { ...text, enum: ['dataset', 'job', 'column'] }),
        one('owner', text),
        one('system', text),
        one('limit', { type: 'integer', minimum: 1, maximum: 200 }),
        one('cursor', text),
      ],
      responses: { '200': json(items, 'One page') },
    }),
  },
  '/nodes': {
    get: operation('nodesOfEntity', 'Nodes of a catalog entity', {
      parameters: [
        one('entityRef', { ...text, minLength: 1, maxLength: 255 }, true),
      ],
      responses: { '200': json(items, 'Nodes; none is no error') },
    }),
  },
  '/impact': {
    get: operation('getImpact', 'What depends on a node or its columns', {
      parameters: [
        one('node', id, true),
        several('columns', { ...text, minLength: 1, maxLength: 500 }),
        depth,
        asOf,
      ],
      responses: { '200': json(object, 'Grouped by owner') },
    }),
  },
  '/impact/notify': {
    post: operation('notifyOwners', 'Writes to the owners, once to each', {
      requestBody: body({
        type: 'object',
        required: ['node', 'message'],
        additionalProperties: false,
        properties: {
          node: id,
          columns: { type: 'array', items: text },
          depth: { type: 'integer', minimum: 0 },
          asOf: time,
          message: { ...text, minLength: 1, maxLength: 4_000 },
        },
      }),
      responses: { '200': json(object, 'Who was written to') },
    }),
  },
  '/preview': {
    post: operation('previewChange', 'What a definition would change', {
      requestBody: body({
        type: 'object',
        required: ['definition'],
        additionalProperties: false,
        properties: {
          entityRef: { ...text, maxLength: 255 },
          definition: { ...object, required: ['type'] },
          variables: { type: 'object', additionalProperties: text },
          before: {
            type: 'object',
            description: 'What runs now; default: what the catalog has.',
            required: ['definition'],
            additionalProperties: false,
            properties: {
              definition: { ...object, required: ['type'] },
              variables: { type: 'object', additionalProperties: text },
            },
          },
        },
      }),
      responses: { '200': json(object, 'Before and after, and consequences') },
    }),
  },
  '/drift': {
    get: operation('listDrift', 'Where origins of lineage disagree', {
      parameters: [
        one('entityRef', { ...text, minLength: 1, maxLength: 255 }),
        several('kinds', { ...text, enum: [...DRIFT_KINDS] }),
        one('owner', text),
        one('limit', { type: 'integer', minimum: 1, maximum: 200 }),
        one('cursor', text),
      ],
      responses: { '200': json(items, 'One page') },
    }),
  },
  '/drift/{id}/entity': {
    get: operation('driftAsYaml', 'A Lineage entity that would declare it', {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { ...text } },
      ],
      responses: {
        '200': {
          description: 'YAML',
          content: { 'text/yaml': { schema: text } },
        },
      },
    }),
  },
  '/export': {
    get: operation('exportEvents', 'Part of the graph as OpenLineage', {
      parameters: partOfGraph,
      responses: {
        '200': {
          description: 'JobEvents, one JSON a line',
          content: { 'application/x-ndjson': { schema: text } },
        },
      },
    }),
  },
};
