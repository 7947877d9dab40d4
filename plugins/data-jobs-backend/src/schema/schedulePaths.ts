const text = { type: 'string' };
const one = (name: string, schema: object) => ({ name, in: 'query', schema });
const inPath = (name: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { ...text, maxLength: 63 },
});
const count = one('count', { type: 'integer', minimum: 1, maximum: 100 });
const answer = (description: string) => ({
  description,
  content: {
    'application/json': {
      schema: { type: 'object', additionalProperties: true },
    },
  },
});

/** Paths of schedules. */
export const schedulePaths = {
  '/jobs/{namespace}/{name}/schedule': {
    get: {
      operationId: 'getSchedule',
      summary: 'Next times of a batch job, and what became of earlier ones',
      parameters: [
        inPath('namespace'),
        inPath('name'),
        one('environment', { ...text, maxLength: 63 }),
        count,
      ],
      responses: { '200': answer('The schedule; 404 when there is none') },
    },
  },
  '/schedule-preview': {
    get: {
      operationId: 'previewSchedule',
      summary: 'What a cron expression means, before it is saved',
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
      responses: { '200': answer('`next`, and `problem` when it is wrong') },
    },
  },
};
