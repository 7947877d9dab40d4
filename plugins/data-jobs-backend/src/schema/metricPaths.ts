import {
  environment,
  job,
  json,
  object,
  one,
  operation,
  text,
} from './openapiParts';

/** The colons of a time need no encoding. */
const time = (name: string) => ({
  ...one(name, { ...text, maxLength: 40 }),
  allowReserved: true,
});

/** Paths of what was measured over time, and of logs. */
export const metricPaths = {
  '/jobs/{namespace}/{name}/metrics/history': {
    get: operation(
      'getMetricHistory',
      'What was measured over time, also of runs that ended',
      {
        parameters: [
          ...job,
          environment,
          time('from'),
          time('to'),
          one('step', { type: 'integer', minimum: 1 }),
        ],
        responses: {
          '200': json(
            object,
            'An even time axis (`times`, milliseconds since 1970), series with a value or null per time, marks',
          ),
        },
      },
    ),
  },
  '/jobs/{namespace}/{name}/log': {
    get: operation(
      'get_log',
      'The newest part of a log, or what came after `cursor`',
      {
        parameters: [
          ...job,
          environment,
          one('source', { ...text, maxLength: 250 }),
          one('cursor', { ...text, maxLength: 60 }),
        ],
        responses: {
          '200': json(
            object,
            '`status` `ok` with `value`, or `unavailable` with `reason`',
          ),
        },
      },
    ),
  },
};
