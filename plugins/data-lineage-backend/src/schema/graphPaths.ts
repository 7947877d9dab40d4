import { ORIGINS } from '@datalark/backstage-plugin-data-lineage-common';
import {
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

/** Parameters of a part of the graph. */
export const partOfGraph = [
  nodes,
  direction,
  depth,
  level,
  origins,
  asOf,
  limit,
];

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
};
