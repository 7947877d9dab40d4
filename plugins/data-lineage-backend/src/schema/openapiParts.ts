// What the paths of the OpenAPI document are made of.

/** Any text. */
export const text = { type: 'string' };

/** An object that is described elsewhere. */
export const object = { type: 'object', additionalProperties: true };

/** `dataset:NAMESPACE:NAME` or `job:NAMESPACE:NAME`, both URI-encoded. */
export const id = {
  ...text,
  pattern: '^(dataset|job):[^:]*:[^:]+$',
  maxLength: 30_000,
};

/** ISO 8601 with an offset. */
export const time = { ...text, format: 'date-time' };

/** The body of a request. */
export const body = (schema: object) => ({
  required: true,
  content: { 'application/json': { schema } },
});

/** An answer. */
export const json = (schema: object, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** `{ items }` */
export const items = {
  type: 'object',
  required: ['items'],
  properties: {
    items: { type: 'array', items: object },
    nextCursor: text,
  },
};

/** One parameter of the query. */
export const one = (parameter: string, schema: object, isRequired = false) => ({
  name: parameter,
  in: 'query',
  schema,
  ...(isRequired && { required: true }),
  // Names hold whatever characters they like.
  allowReserved: true,
});

/** One that may come several times. */
export const several = (parameter: string, item: object, isRequired = false) =>
  one(parameter, { type: 'array', items: item }, isRequired);

/** What can be done with a path. */
export const operation = (
  operationId: string,
  summary: string,
  rest: {
    parameters?: object[];
    requestBody?: object;
    responses: Record<string, object>;
  },
) => ({ operationId, summary, ...rest });
