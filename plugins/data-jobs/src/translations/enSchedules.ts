/** English texts of schedules and of the strip of runs. */
export const scheduleMessages = {
  schedule: {
    title: 'Schedule',
    none: 'This job has no schedule: it runs when somebody deploys it.',
    loadFailed: 'The schedule could not be loaded.',
    edit: 'Change the schedule',
    remove: 'Remove the schedule',
    cron: 'Cron expression',
    cronHint:
      'Minute, hour, day of the month, month, day of the week: 0 2 * * *',
    timezone: 'Time zone',
    timezoneHint: 'An IANA name such as Asia/Shanghai',
    next: 'Next times',
    here: '({{time}} where you are)',
    overlap: 'When the run before still goes on',
    missed: 'What the portal missed',
    catchUp: 'Make up for the latest missed time, once',
    noCatchUp: 'Is not made up for',
    policy: {
      Forbid: 'Skip the new run (Forbid)',
      Queue: 'Start the new run when it has ended (Queue)',
      Replace: 'Cancel it and start the new run (Replace)',
    },
    hold: {
      suspended: 'Nothing starts: spec.state of the job is suspended.',
      stopped: 'Nothing starts: somebody stopped the job. Deploy it to go on.',
      'never-deployed':
        'Nothing starts yet: the job comes from Git and nobody deployed it here. Deploy it once.',
      missing: 'Nothing starts: the entity is gone from the catalog.',
    },
  },
  strip: {
    title: 'Last runs',
    label: 'Last runs, oldest first',
    asTable: 'As a table',
    column: {
      at: 'Time',
      outcome: 'Outcome',
      lasted: 'Lasted',
      detail: 'Why',
    },
    outcome: {
      ok: 'finished',
      failed: 'failed',
      canceled: 'canceled',
      going: 'goes on',
      unknown: 'not known',
      queued: 'waits for the run before',
      skipped: 'skipped',
      missed: 'missed, the portal was down',
    },
  },
} as const;
