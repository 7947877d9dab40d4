import { body, json, object, operation } from './openapiParts';

const refusals = {
  '400': json(object, 'What is wrong, where, and what to do'),
  '413': json(object, 'Larger than `limit`'),
  '429': json(object, 'Too much at once; see Retry-After'),
  '503': json(object, 'The database is out of reach; see Retry-After'),
};

/** Paths of the door, as OpenLineage's own document has them. */
export const ingestPaths = {
  '/v1/lineage': {
    post: operation('postEvent', 'Takes one OpenLineage event; gzip works', {
      requestBody: body(object),
      responses: {
        '201': json(object, 'Taken, and not lost any more'),
        ...refusals,
      },
    }),
  },
  '/v1/lineage/batch': {
    post: operation('postEventBatch', 'Takes an array of OpenLineage events', {
      requestBody: body({ type: 'array', items: object }),
      responses: {
        '200': json(object, 'Which were taken, and which not and why'),
        ...refusals,
      },
    }),
  },
};
