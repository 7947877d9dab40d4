import {
  environment,
  job,
  json,
  object,
  one,
  operation,
  text,
} from './openapiParts';

const count = one('count', { type: 'integer', minimum: 1, maximum: 100 });

/** Paths of schedules. */
export const schedulePaths = {
  '/jobs/{namespace}/{name}/schedule': {
    get: operation(
      'getSchedule',
      'Next times of a batch job, and what became of earlier ones',
      {
        parameters: [...job, environment, count],
        responses: {
          '200': json(object, 'The schedule; 404 when there is none'),
        },
      },
    ),
  },
  '/schedule-preview': {
    get: operation(
      'previewSchedule',
      'What a cron expression means, before it is saved',
      {
        parameters: [
          {
            ...one('cron', { ...text, minLength: 1, maxLength: 200 }),
            required: true,
            // Browsers leave the stars of a cron expression as they are.
            allowReserved: true,
          },
          one('timezone', { ...text, maxLength: 100 }),
          count,
        ],
        responses: {
          '200': json(object, '`next`, and `problem` when it is wrong'),
        },
      },
    ),
  },
};
