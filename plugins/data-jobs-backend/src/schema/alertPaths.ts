const NAME = '^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$';

const inPath = (name: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: NAME, maxLength: 63 },
});
const list = {
  type: 'array',
  items: { type: 'object', additionalProperties: true },
};

/** What the owners of jobs are told of. */
export const alertPaths = {
  '/jobs/{namespace}/{name}/alerts': {
    get: {
      operationId: 'listAlerts',
      summary: 'What is wrong with a job, and what its owner was told',
      parameters: [
        inPath('namespace'),
        inPath('name'),
        {
          name: 'environment',
          in: 'query',
          schema: { type: 'string', maxLength: 63 },
        },
      ],
      responses: {
        '200': {
          description:
            'Alerts, those that hold first, and the newest notifications',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['items', 'notices'],
                properties: { items: list, notices: list },
              },
            },
          },
        },
      },
    },
  },
};
