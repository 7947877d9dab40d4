const text = { type: 'string' };
const inPath = (name: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { ...text, maxLength: 63 },
});
const one = (name: string, schema: object) => ({ name, in: 'query', schema });

/** The colons of a time need no encoding. */
const time = (name: string) => ({
  ...one(name, { ...text, maxLength: 40 }),
  allowReserved: true,
});

/** Paths of what was measured over time, and of logs. */
export const metricPaths = {
  '/jobs/{namespace}/{name}/metrics/history': {
    get: {
      operationId: 'getMetricHistory',
      summary: 'What was measured over time, also of runs that ended',
      parameters: [
        inPath('namespace'),
        inPath('name'),
        one('environment', { ...text, maxLength: 63 }),
        time('from'),
        time('to'),
        one('step', { type: 'integer', minimum: 1 }),
      ],
      responses: {
        '200': {
          description:
            'An even time axis (`times`, milliseconds since 1970), series with a value or null per time, marks',
          content: {
            'application/json': {
              schema: { type: 'object', additionalProperties: true },
            },
          },
        },
      },
    },
  },
  '/jobs/{namespace}/{name}/log': {
    get: {
      operationId: 'get_log',
      summary: 'The newest part of a log, or what came after `cursor`',
      parameters: [
        inPath('namespace'),
        inPath('name'),
        one('environment', { ...text, maxLength: 63 }),
        one('source', { ...text, maxLength: 250 }),
        one('cursor', { ...text, maxLength: 60 }),
      ],
      responses: {
        '200': {
          description:
            '`status` `ok` with `value`, or `unavailable` with `reason`',
          content: {
            'application/json': {
              schema: { type: 'object', additionalProperties: true },
            },
          },
        },
      },
    },
  },
};
