// What the paths of the OpenAPI document are made of.

/** Any text. */
export const text = { type: 'string' };

/** True or false. */
export const flag = { type: 'boolean' };

/** A name of an entity or an environment. */
export const name = {
  ...text,
  pattern: '^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$',
  maxLength: 63,
};

/** An object that is described elsewhere. */
export const object = { type: 'object', additionalProperties: true };

/** A list of texts, or of some of `values`. */
export const list = (values?: readonly string[], item: object = text) => ({
  type: 'array',
  items: values ? { ...item, enum: [...values] } : item,
});

/** A schema of the document's own. */
export const named = (schema: string) => ({
  $ref: `#/components/schemas/${schema}`,
});

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
export const items = () => ({
  type: 'object',
  required: ['items'],
  properties: { items: { type: 'array', items: object } },
});

/** One parameter of the query. */
export const one = (parameter: string, schema: object) => ({
  name: parameter,
  in: 'query',
  schema,
});

/** One that may come several times. */
export const several = (parameter: string, values?: readonly string[]) =>
  one(parameter, list(values));

/** A part of the path. */
export const inPath = (parameter: string, schema: object = text) => ({
  name: parameter,
  in: 'path',
  required: true,
  schema,
});

/** The job that the path names. */
export const job = [inPath('namespace', name), inPath('name', name)];

export const environment = one('environment', { ...text, maxLength: 63 });
export const limit = one('limit', {
  type: 'integer',
  minimum: 1,
  maximum: 500,
});

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
