import { environment, job, json, object, operation } from './openapiParts';

const all = { type: 'array', items: object };

/** What the owners of jobs are told of. */
export const alertPaths = {
  '/jobs/{namespace}/{name}/alerts': {
    get: operation(
      'listAlerts',
      'What is wrong with a job, and what its owner was told',
      {
        parameters: [...job, environment],
        responses: {
          '200': json(
            {
              type: 'object',
              required: ['items', 'notices'],
              properties: { items: all, notices: all },
            },
            'Alerts, those that hold first, and the newest notifications',
          ),
        },
      },
    ),
  },
};
